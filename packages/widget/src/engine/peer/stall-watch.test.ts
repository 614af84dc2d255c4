import { assert } from 'chai';
import { StallWatch, type Supply } from './stall-watch.ts';

describe('StallWatch', () => {
  let watch: StallWatch;
  let at: number;

  beforeEach(() => {
    watch = new StallWatch();
    at = 0;
  });

  /** Takes readings of so many bytes, `ms` apart from each other. */
  function take(ms: number, ...bytes: readonly number[]): Supply[] {
    return bytes.map((receivedBytes) => {
      at += ms;
      watch.take({ at, receivedBytes }, true);
      return watch.supply;
    });
  }

  it('waits for the first bytes before silence means anything', () => {
    assert.deepEqual(take(1_000, 0, 0, 0, 50_000), ['idle', 'idle', 'idle', 'flowing']);
  });

  it('asks for a closer look when less comes, and calls it a stall within 1.5 s of silence', () => {
    take(1_000, 50_000, 50_000);
    // The path has died 0.3 s into this second.
    assert.deepEqual(take(1_000, 15_000), ['doubtful']);
    assert.deepEqual(take(300, 0, 0), ['doubtful', 'stalled']);
    assert.deepEqual(take(300, 0, 0), ['stalled', 'lost']);
  });

  it('calls a second without anything a stall', () => {
    take(1_000, 50_000);
    assert.deepEqual(take(1_000, 0), ['stalled']);
  });

  it('does not mind a picture that gets smaller', () => {
    take(1_000, 50_000, 10_000);
    assert.deepEqual(take(300, 3_000, 3_000), ['flowing', 'flowing']);
  });

  it('gives a microphone in silence and a still screen more time', () => {
    take(1_000, 300, 300);
    assert.deepEqual(take(300, 0, 150, 0, 0, 150), [
      'doubtful',
      'flowing',
      'doubtful',
      'doubtful',
      'flowing',
    ]);
    assert.deepEqual(take(1_000, 0, 0, 0), ['doubtful', 'doubtful', 'stalled']);
  });

  it('takes it for over when something comes twice', () => {
    take(1_000, 50_000, 0, 0);
    assert.equal(watch.supply, 'lost');
    assert.deepEqual(take(300, 900, 0), ['returning', 'stalled'], 'a straggler');
    assert.deepEqual(take(300, 900, 900), ['returning', 'flowing']);
  });

  it('expects nothing of a peer that sends nothing', () => {
    take(1_000, 50_000, 0);
    watch.take({ at: (at += 1_000), receivedBytes: 0 }, false);
    assert.equal(watch.supply, 'idle');
    assert.deepEqual(take(1_000, 0, 0), ['idle', 'idle'], 'turned on, and not there yet');
  });
});
