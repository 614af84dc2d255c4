import { assert } from 'chai';
import type { Texts } from './all-texts.ts';
import type { LineOwner } from './call-terms.ts';
import type { QualityReason } from '../engine/session-snapshot.ts';
import { calendarTerms } from './calendar-terms.ts';
import { callTerms } from './call-terms.ts';
import { chatTerms } from './chat-terms.ts';
import { controlsTerms } from './controls-terms.ts';
import { deviceTerms } from './device-terms.ts';
import { emojiTerms } from './emoji-terms.ts';
import { en } from './en.ts';
import { endedTerms } from './ended-terms.ts';
import { errorTerms } from './errors.ts';
import { inAppTerms } from './in-app-terms.ts';
import { ko } from './ko.ts';
import { loadLanguage } from './load-language.ts';
import { lobbyTerms } from './lobby-terms.ts';
import { mediaTerms } from './media-errors.ts';
import { peopleTerms } from './people-terms.ts';
import { stageTerms } from './stage-terms.ts';
import { statisticsTerms } from './statistics-terms.ts';
import { type Language, type LateLanguage, textsOf } from './texts.ts';
import { waitingTerms } from './waiting-terms.ts';

const LATE: readonly LateLanguage[] = ['ja', 'zh-Hans', 'vi', 'ar'];
const LANGUAGES: readonly Language[] = ['ko', 'en', ...LATE];

const parts: Readonly<Record<keyof Texts, (language: Language) => object>> = {
  calendar: calendarTerms,
  call: callTerms,
  chat: chatTerms,
  controls: controlsTerms,
  device: deviceTerms,
  emoji: emojiTerms,
  ended: endedTerms,
  errors: errorTerms,
  inApp: inAppTerms,
  lobby: lobbyTerms,
  media: mediaTerms,
  people: peopleTerms,
  stage: stageTerms,
  statistics: statisticsTerms,
  terms: textsOf('terms', { ko, en }),
  waiting: waitingTerms,
};

const REASONS: readonly QualityReason[] = [
  'packet-loss',
  'delay',
  'bandwidth',
  'path-lost',
  'participant-away',
  'no-path',
];
const OWNERS: readonly LineOwner[] = ['own', 'theirs', 'between'];

/** Every text of a language by its place, with 7, 8 and 9 in the places for names and numbers. */
function textsIn(language: Language): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (place: string, value: unknown): void => {
    if (typeof value === 'function') {
      walk(`${place}()`, (value as (...args: number[]) => unknown)(7, 8, 9));
    } else if (value instanceof Object) {
      for (const [key, inner] of Object.entries(value)) walk(`${place}.${key}`, inner);
    } else {
      found.set(place, String(value));
    }
  };
  for (const [part, table] of Object.entries(parts)) {
    const { trouble, ...rest } = table(language) as { trouble?: unknown };
    walk(part, rest);
    if (trouble === undefined) continue;
    for (const reason of REASONS) {
      for (const owner of OWNERS) {
        walk(`trouble.${reason}.${owner}`, callTerms(language).trouble(reason, owner, '7'));
      }
    }
  }
  return found;
}

/** Names of their makers, and words that are the same in both languages. */
const AS_IN_ENGLISH =
  /^(renDev Interview|Chrome|Edge|Samsung Internet|Firefox|Safari|LINE|Instagram|Facebook|KakaoTalk|[Cc]amera|Camera 7)$/;
/** A developer's words, which a participant never reads. */
const JARGON =
  /\b(ICE|SDP|TURN|STUN|[Ss]ocket|[Tt]oken|[Tt]icket)\b|소켓|토큰|티켓|ソケット|トークン|令牌/;

const HANGUL = /\p{Script=Hangul}/u;
const HAN = /\p{Script=Han}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ARABIC = /\p{Script=Arabic}/u;
/** What each language is written in, and what would be a slip. */
const scripts: Readonly<Record<Language, readonly [own: RegExp, foreign: readonly RegExp[]]>> = {
  ko: [HANGUL, [HAN, KANA, ARABIC]],
  en: [/[A-Za-z]/, [HANGUL, HAN, KANA, ARABIC]],
  ja: [/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u, [HANGUL, ARABIC]],
  'zh-Hans': [HAN, [HANGUL, KANA, ARABIC]],
  vi: [/[A-Za-z]/, [HANGUL, HAN, KANA, ARABIC]],
  ar: [ARABIC, [HANGUL, HAN, KANA]],
};
const stops: Readonly<Record<Language, readonly [full: string, question: string]>> = {
  ko: ['.', '?'],
  en: ['.', '?'],
  ja: ['。', '？'],
  'zh-Hans': ['。', '？'],
  vi: ['.', '?'],
  ar: ['.', '؟'],
};

describe('texts', () => {
  const texts = new Map<Language, ReadonlyMap<string, string>>();
  const of = (language: Language) => texts.get(language) ?? new Map<string, string>();

  before(async () => {
    for (const language of LATE) assert.isTrue(await loadLanguage(language));
    for (const language of LANGUAGES) texts.set(language, textsIn(language));
  });

  for (const language of LANGUAGES) {
    describe(language, () => {
      it('has every text, and each says something', () => {
        assert.deepEqual([...of(language).keys()].sort(), [...of('ko').keys()].sort());
        for (const [place, text] of of(language)) {
          assert.notMatch(text, /^\s*$|undefined|NaN|\[object/, place);
        }
      });

      it('is written in its script, without words of developers', () => {
        const [own, foreign] = scripts[language];
        for (const [place, text] of of(language)) {
          assert.notMatch(text, JARGON, place);
          for (const script of foreign) assert.notMatch(text, script, place);
          if (!AS_IN_ENGLISH.test(text) && /\p{L}/u.test(text)) assert.match(text, own, place);
        }
      });

      it('has every name and number that the Korean text has', () => {
        const figures = (text = '') =>
          [...new Set(text.match(/\d+([.,]\d+)*/g))]
            .map((figure) => figure.replace(/[.,]/g, ''))
            .sort();
        for (const [place, text] of of(language)) {
          // Some languages name the device there in another form.
          if (place.startsWith('media.systemPermission')) continue;
          assert.deepEqual(figures(text), figures(of('ko').get(place)), place);
        }
      });

      it('ends a sentence where English does, in its own way', () => {
        const [full, question] = stops[language];
        for (const [place, text] of of(language)) {
          const english = of('en').get(place) ?? '';
          if (english.endsWith('.')) assert.isTrue(text.endsWith(full), `${place}: ${text}`);
          if (english.endsWith('?')) assert.isTrue(text.endsWith(question), `${place}: ${text}`);
        }
      });
    });
  }

  it('are translated', () => {
    for (const language of LANGUAGES) {
      if (language === 'en') continue;
      for (const [place, text] of of(language)) {
        const same = text === of('en').get(place) && /\p{L}/u.test(text);
        if (same) assert.match(text, AS_IN_ENGLISH, `${language} ${place}`);
      }
    }
  });

  it('speak politely', () => {
    const endings: Partial<Record<Language, RegExp>> = {
      ko: /(니다|요)\.$/,
      ja: /(ます|です|ません|ました|でした|ください)。$/,
    };
    for (const [language, polite] of Object.entries(endings) as [Language, RegExp][]) {
      for (const [place, text] of of(language)) {
        if (text.endsWith(stops[language][0])) assert.match(text, polite, `${language} ${place}`);
      }
    }
    for (const [place, text] of of('zh-Hans')) assert.notInclude(text, '你', place);
  });
});
