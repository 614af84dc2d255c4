import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextAttemptAt } from './retry-schedule.ts';

/** The waits in seconds between the attempts at what always fails at once. */
function waits(random: number): number[] {
  const all: number[] = [];
  for (let now = 0, attempts = 1; ; attempts++) {
    const next = nextAttemptAt(attempts, { since: 0, now, random });
    if (next === undefined) return all;
    all.push((next - now) / 1_000);
    now = next;
  }
}

describe('the retry schedule', () => {
  it('backs off to four hours and gives up within a day', () => {
    const first = [5, 20, 80, 320, 1_280, 5_120];
    assert.deepEqual(waits(0), [...first, ...Array<number>(5).fill(14_400)]);
  });

  it('spreads what failed together', () => {
    assert.equal(waits(1)[0], 6);
    assert.equal(waits(0.5)[1], 22);
    assert.ok(waits(1).reduce((sum, wait) => sum + wait, 0) <= 86_400);
  });
});
