import { assert } from 'chai';
import { SpeechDetector } from './speech-detector.ts';

const STEP_MS = 50;
const SILENCE = 0.05;
const VOICE = 0.55;

describe('SpeechDetector', () => {
  let detector: SpeechDetector;
  let now: number;

  beforeEach(() => {
    detector = new SpeechDetector();
    now = 0;
    hear(1_000, () => SILENCE);
  });

  /** Whether it was speech at any time of that span, and at its end. */
  const hear = (ms: number, levelAt: (ms: number) => number) => {
    const answers: boolean[] = [];
    for (let at = 0; at < ms; at += STEP_MS) {
      now += STEP_MS;
      answers.push(detector.take(levelAt(at), now));
    }
    return { ever: answers.includes(true), last: answers.at(-1) };
  };
  /** Four syllables a second, each 150 ms, and a breath after three. */
  const syllables = (at: number) => (at % 1_000 < 750 && at % 250 < 150 ? VOICE : SILENCE);

  it('takes 400 ms of voice', () => {
    assert.isFalse(hear(350, () => VOICE).ever);
    assert.isTrue(hear(100, () => VOICE).last);
  });

  it('hears a voice with its gaps, and lets go after 3 s of silence', () => {
    assert.isTrue(hear(3_000, syllables).last);
    assert.isTrue(hear(2_500, () => SILENCE).last);
    assert.isTrue(hear(1_000, syllables).last);
    assert.isFalse(hear(3_300, () => SILENCE).last);
  });

  it('hears no key strokes, no cough, no whisper', () => {
    assert.isFalse(hear(5_000, (at) => (at % 200 === 0 ? VOICE : SILENCE)).ever);
    assert.isFalse(hear(300, () => 0.9).ever);
    assert.isFalse(hear(5_000, () => SILENCE).ever);
    assert.isFalse(hear(5_000, () => 0.2).ever);
  });

  it('gets used to a fan, and hears a voice above it', () => {
    hear(6_000, () => 0.4);
    assert.isFalse(hear(10_000, () => 0.4).ever);
    assert.isTrue(hear(3_000, (at) => Math.max(0.4, syllables(at) + 0.1)).last);
  });

  it('hears no more than there was after a timer that was held up', () => {
    now += 60_000;
    assert.isFalse(detector.take(VOICE, now));
  });
});
