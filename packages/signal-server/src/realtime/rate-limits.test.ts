import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RATES, RateLimits } from './rate-limits.ts';

describe('rate limits', () => {
  it('let a burst pass, then say after how long the next may', () => {
    const limits = new RateLimits();
    for (let n = 0; n < RATES.chat.burst; n += 1) assert.equal(limits.take('chat', 0), 0);
    assert.equal(limits.take('chat', 0), 200);
    assert.equal(limits.take('chat', 199), 1);
    assert.equal(limits.take('chat', 200), 0);
    assert.ok(limits.take('chat', 200) > 0);
  });

  it('are apart for each class', () => {
    const limits = new RateLimits();
    for (let n = 0; n <= RATES.chat.burst; n += 1) limits.take('chat', 0);
    assert.equal(limits.take('signal', 0), 0);
    assert.equal(limits.take('other', 0), 0);
  });

  it('never let more pass than the burst and what was gained since', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 300 }), (pauses) => {
        const limits = new RateLimits();
        let now = 0;
        let passed = 0;
        for (const pause of pauses) {
          now += pause;
          if (limits.take('chat', now) === 0) passed += 1;
          assert.ok(passed <= RATES.chat.burst + (now / 1_000) * RATES.chat.perSecond + 1e-6);
        }
      }),
    );
  });

  it('keep their word: after the time that they say, one passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 / RATES.other.perSecond - 1 }), (pause) => {
        const limits = new RateLimits();
        while (limits.take('other', 0) === 0);
        const wait = limits.take('other', pause);
        assert.ok(wait > 0);
        assert.equal(limits.take('other', pause + wait), 0);
      }),
    );
  });

  it('survive a clock that goes back', () => {
    const limits = new RateLimits();
    for (let n = 0; n < RATES.chat.burst; n += 1) limits.take('chat', 1_000_000);
    assert.equal(limits.take('chat', 0), 200);
    assert.equal(limits.take('chat', 200), 0);
  });
});
