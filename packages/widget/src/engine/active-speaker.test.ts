import { assert } from 'chai';
import { ActiveSpeaker } from './active-speaker.ts';

const STEP_MS = 100;
const SILENCE = 0.05;
const VOICE = 0.55;

type Voices = Readonly<Record<string, (at: number) => number>>;

/** Numbers that look random, and are the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Words of 200 to 600 ms with pauses of 50 to 300 ms. */
function talking(seed: number, loudness = VOICE): (at: number) => number {
  const next = random(seed);
  let until = 0;
  let isWord = false;
  return (at) => {
    if (at >= until) {
      isWord = !isWord;
      until = at + (isWord ? 200 + next() * 400 : 50 + next() * 250);
    }
    return isWord ? loudness - 0.1 + next() * 0.2 : SILENCE;
  };
}

describe('ActiveSpeaker', () => {
  let speakers: ActiveSpeaker;
  let now: number;

  beforeEach(() => {
    speakers = new ActiveSpeaker();
    now = 1_000_000;
  });

  /** Who was the speaker after each step. */
  const hear = (ms: number, voices: Voices): (string | null)[] =>
    Array.from({ length: ms / STEP_MS }, (_, step) => {
      now += STEP_MS;
      const at = step * STEP_MS;
      const levels = new Map(Object.entries(voices).map(([id, level]) => [id, level(at)]));
      return speakers.take(levels, now);
    });
  const silent = () => SILENCE;
  const loud = () => VOICE;
  const switches = (heard: readonly (string | null)[]) =>
    heard.filter((id, step) => step > 0 && id !== heard[step - 1]).length;

  it('is nobody until somebody has spoken for half a second', () => {
    assert.notInclude(hear(2_000, { a: silent, b: silent }), 'b');
    const heard = hear(2_000, { a: silent, b: loud });
    const first = heard.indexOf('b') * STEP_MS;
    assert.isAtLeast(first, 500);
    assert.isAtMost(first, 900);
    assert.equal(switches(heard), 1);
  });

  it('does not take a cough or a door for a speaker', () => {
    const heard = hear(3_000, { a: (at) => (at < 200 ? 0.9 : SILENCE), b: silent });
    assert.isTrue(heard.every((id) => id === null));
  });

  it('stays through pauses, and ends after 1.5 s of silence', () => {
    hear(2_000, { a: loud, b: silent });
    const pause = hear(1_200, { a: silent, b: silent });
    assert.isTrue(pause.every((id) => id === 'a'));
    assert.isTrue(hear(600, { a: loud, b: silent }).every((id) => id === 'a'));
    assert.isNull(hear(2_500, { a: silent, b: silent }).at(-1));
  });

  it('goes to who answers', () => {
    hear(4_000, { a: talking(1), b: silent });
    const heard = hear(3_000, { a: silent, b: talking(2) });
    assert.equal(heard[0], 'a');
    assert.equal(heard.at(-1), 'b');
    assert.equal(switches(heard), 1);
  });

  it('is not taken by a short "mm-hm" of a listener', () => {
    hear(4_000, { a: talking(3), b: silent });
    const heard = hear(6_000, {
      a: talking(4),
      b: (at) => (at % 2_000 < 300 ? VOICE : SILENCE),
    });
    assert.isTrue(heard.every((id) => id === 'a'));
  });

  it('does not flicker between two who talk at once', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      speakers = new ActiveSpeaker();
      const heard = hear(30_000, { a: talking(seed), b: talking(seed + 100) });
      assert.isTrue(
        heard.slice(20).every((id) => id !== null),
        `seed ${String(seed)}`,
      );
      assert.isAtMost(switches(heard), 5, `seed ${String(seed)}`);
    }
  });

  it('goes to somebody who is clearly louder for long', () => {
    hear(4_000, { a: talking(5, 0.45), b: silent });
    const heard = hear(6_000, { a: talking(5, 0.45), b: talking(6, 0.85) });
    assert.equal(heard.at(-1), 'b');
    assert.equal(switches(heard), 1);
  });

  it('is not somebody who has left', () => {
    hear(2_000, { a: loud, b: silent });
    assert.isNull(hear(STEP_MS, { b: silent })[0]);
    assert.equal(hear(1_500, { b: loud }).at(-1), 'b');
  });
});
