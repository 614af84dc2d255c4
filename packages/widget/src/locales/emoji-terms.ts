import { textsOf } from './texts.ts';

/** Texts of the emoji picker; the names of the emoji are in elements/emoji/data. */
export interface EmojiTerms {
  readonly search: string;
  readonly categories: string;
  readonly recent: string;
  /** In the order of the data. */
  readonly groups: readonly [
    smileys: string,
    people: string,
    nature: string,
    food: string,
    travel: string,
    activities: string,
    objects: string,
    symbols: string,
  ];
  readonly results: string;
  readonly found: (count: number) => string;
  readonly nothing: string;
}

const ko: EmojiTerms = {
  search: '이모지 검색',
  categories: '이모지 종류',
  recent: '최근에 쓴 이모지',
  groups: [
    '표정과 감정',
    '사람과 몸',
    '동물과 자연',
    '음식과 음료',
    '여행과 장소',
    '활동',
    '사물',
    '기호',
  ],
  results: '검색 결과',
  found: (count) => `이모지 ${count}개를 찾았습니다.`,
  nothing: '찾는 이모지가 없습니다.',
};

const en: EmojiTerms = {
  search: 'Search emoji',
  categories: 'Kinds of emoji',
  recent: 'Recently used',
  groups: [
    'Smileys and emotion',
    'People and body',
    'Animals and nature',
    'Food and drink',
    'Travel and places',
    'Activities',
    'Objects',
    'Symbols',
  ],
  results: 'Search results',
  found: (count) => `${count} emoji found.`,
  nothing: 'No emoji found.',
};

export const emojiTerms = textsOf('emoji', { ko, en });
