import { ERROR_CODES } from '@rendev/interview-protocol';
import { assert } from 'chai';
import type { PageErrorCode, RendevErrorCode } from '../engine/rendev-error.ts';
import { callTerms } from './call-terms.ts';
import { chatTerms } from './chat-terms.ts';
import { deviceTerms } from './device-terms.ts';
import { emojiTerms } from './emoji-terms.ts';
import { en } from './en.ts';
import { describeError } from './errors.ts';
import { ko } from './ko.ts';
import { statisticsTerms } from './statistics-terms.ts';
import { describeMediaError } from './media-errors.ts';
import type { Browser, System } from './platform.ts';

const LANGUAGES = ['ko', 'en'] as const;
/** A developer's words, which a participant never reads. */
const JARGON = /\b(ICE|SDP|TURN|STUN|[Ss]ocket|[Tt]oken|[Tt]icket)\b|소켓|토큰|티켓/;

const pageCodes: Record<PageErrorCode, true> = {
  'server-unreachable': true,
  timeout: true,
  'invalid-state': true,
  prevented: true,
  aborted: true,
  'connection-failed': true,
  'negotiation-failed': true,
  'media-unsupported': true,
  'permission-denied': true,
  'in-use': true,
  'device-not-found': true,
  constraints: true,
  'insecure-context': true,
  'blocked-by-policy': true,
  'blocked-by-system': true,
  unknown: true,
};
const codes = [...Object.keys(ERROR_CODES), ...Object.keys(pageCodes)] as RendevErrorCode[];

function words(value: unknown): string {
  // Numbers read in every place, those for names too.
  return typeof value === 'function'
    ? String((value as (...args: number[]) => unknown)(2, 3, 4))
    : String(value);
}

describe('languages', () => {
  it('have the same keys, and a text for each', () => {
    assert.sameMembers(Object.keys(en), Object.keys(ko));
    for (const [key, value] of [...Object.entries(ko), ...Object.entries(en)]) {
      assert.isNotEmpty(words(value).trim(), key);
    }
  });

  it('use no words of developers', () => {
    for (const value of [...Object.values(ko), ...Object.values(en)]) {
      assert.notMatch(words(value), JARGON);
    }
    for (const language of LANGUAGES) {
      for (const code of codes) {
        const { sentence, remedy } = describeError(language, code);
        assert.notMatch(`${sentence} ${remedy}`, JARGON);
      }
    }
  });

  it('write Korean in Korean and English in English', () => {
    for (const [key, value] of Object.entries(ko)) {
      if (key !== 'brand') assert.match(words(value), /[가-힣]/, key);
    }
    for (const [key, value] of Object.entries(en)) assert.notMatch(words(value), /[가-힣]/, key);
  });

  it('speak in the polite style in Korean', () => {
    for (const code of codes) {
      const { sentence, remedy } = describeError('ko', code);
      assert.match(sentence, /니다\.$/, code);
      assert.match(remedy, /요\.$/, code);
    }
  });
});

describe('texts that load later', () => {
  const owners = ['own', 'theirs', 'between'] as const;
  const reasons = [
    'packet-loss',
    'delay',
    'bandwidth',
    'path-lost',
    'participant-away',
    'no-path',
  ] as const;
  const texts = (table: object): string[] =>
    Object.entries(table).flatMap(([key, value]: [string, unknown]) =>
      key === 'trouble'
        ? []
        : value instanceof Object && typeof value !== 'function'
          ? texts(value)
          : [words(value)],
    );
  const troubles = (language: 'ko' | 'en') =>
    owners.flatMap((owner) =>
      reasons.map((reason) => callTerms(language).trouble(reason, owner, 'Jiwoo')),
    );

  for (const tables of [callTerms, chatTerms, deviceTerms, emojiTerms, statisticsTerms]) {
    it('have the same number of texts, each in its language and none of developers', () => {
      const [korean, english] = [texts(tables('ko')), texts(tables('en'))];
      assert.equal(korean.length, english.length);
      for (const text of korean) assert.match(text, /[가-힣]/);
      for (const text of english) assert.notMatch(text, /[가-힣]|^$/);
      for (const text of [...korean, ...english]) assert.notMatch(text, JARGON);
    });
  }

  it('say why a line is not good and what helps, in the polite style', () => {
    for (const { sentence, remedy } of troubles('ko')) {
      assert.match(sentence, /니다\.$/);
      assert.match(remedy, /요\.$/);
    }
    for (const { sentence, remedy } of troubles('en')) {
      assert.match(sentence, /^[A-Z].+\.$/);
      assert.match(remedy, /^[A-Z].+\.$/);
    }
  });

  it('tell whose line it is', () => {
    for (const language of LANGUAGES) {
      const said = owners.map(
        (owner) => callTerms(language).trouble('delay', owner, 'Jiwoo').sentence,
      );
      assert.equal(new Set(said).size, 3);
      assert.notInclude(said[0], 'Jiwoo');
      assert.include(said[1], 'Jiwoo');
    }
  });
});

describe('errors', () => {
  for (const language of LANGUAGES) {
    it(`say what happened and what to do (${language})`, () => {
      for (const code of codes) {
        const { sentence, remedy } = describeError(language, code);
        assert.match(sentence, /\.$/, code);
        assert.match(remedy, /\.$/, code);
      }
    });

    it(`have a remedy for each device, fault, browser and system (${language})`, () => {
      const systems: System[] = ['windows', 'macos', 'ios', 'android', 'other'];
      const browsers: Browser[] = ['chrome', 'edge', 'samsung', 'firefox', 'safari', 'other'];
      for (const system of systems) {
        for (const browser of browsers) {
          for (const device of ['microphone', 'camera'] as const) {
            for (const code of codes) {
              const where = { system, browser, inApp: null };
              const { sentence, remedy } = describeMediaError(language, device, code, where);
              assert.match(sentence, /\.$/, code);
              assert.match(remedy, /\.$/, code);
            }
          }
        }
      }
    });
  }

  it('answer an unknown code with the general text', () => {
    const strange = 'something-new' as RendevErrorCode;
    assert.deepEqual(describeError('en', strange), describeError('en', 'unknown'));
  });
});
