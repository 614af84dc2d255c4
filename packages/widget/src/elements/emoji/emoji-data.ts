import type { Language } from '../../locales/texts.ts';

export interface Emoji {
  readonly symbol: string;
  readonly name: string;
  /** Name and words that it is found by, in lower case. */
  readonly words: string;
}

export type EmojiGroup = readonly Emoji[];

interface Data {
  /** See scripts/emoji: `emoji name,word,word|emoji …`. */
  readonly groups: readonly string[];
}

/** In English where the source has no other: its names are only read out and searched. */
const sources: Partial<Record<Language, () => Promise<Data>>> & { en: () => Promise<Data> } = {
  ko: () => import('./data/emoji-ko.ts'),
  en: () => import('./data/emoji-en.ts'),
  ja: () => import('./data/emoji-ja.ts'),
  'zh-Hans': () => import('./data/emoji-zh-hans.ts'),
  vi: () => import('./data/emoji-vi.ts'),
};

export async function emojiGroups(language: Language): Promise<readonly EmojiGroup[]> {
  const { groups } = await (sources[language] ?? sources.en)();
  return groups.map((group) => group.split('|').map(toEmoji));
}

/** Those of which a word begins with each of the words that are asked for; names count more. */
export function findEmoji(
  groups: readonly EmojiGroup[],
  query: string,
  most: number,
): readonly Emoji[] {
  const asked = query.normalize('NFC').trim().toLowerCase().split(/\s+/).filter(Boolean);
  const all = groups.flat();
  if (asked.length === 0) return [];
  const matches = all.filter(({ symbol, words }) =>
    asked.every((word) => words.includes(word) || symbol === word),
  );
  const first = asked[0] ?? '';
  const weight = ({ name, words }: Emoji) =>
    name.toLowerCase().startsWith(first) ? 0 : words.includes(`,${first}`) ? 1 : 2;
  return matches.sort((a, b) => weight(a) - weight(b)).slice(0, most);
}

function toEmoji(text: string): Emoji {
  const space = text.indexOf(' ');
  const words = text.slice(space + 1);
  const comma = words.indexOf(',');
  return {
    symbol: text.slice(0, space),
    name: comma < 0 ? words : words.slice(0, comma),
    words: words.toLowerCase(),
  };
}
