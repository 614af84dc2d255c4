import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { admissionAt, checkWindow, defaultWindow, type Scheduled } from './interview-window.ts';

const MINUTE = 60_000;
const interview = {
  status: 'scheduled',
  opens_at: 1_000,
  closes_at: 2_000,
  ended_at: null,
} as const;

describe('admissionAt', () => {
  const cases: [string, Partial<Scheduled>, 'on' | 'off', number][] = [
    ['too-early', {}, 'on', 999],
    ['open', {}, 'on', 1_000],
    ['open', { status: 'open' }, 'on', 1_999],
    ['expired', { status: 'open' }, 'on', 2_000],
    ['too-early', { status: 'open' }, 'on', 999],
    ['open', {}, 'off', 0],
    ['open', { status: 'open' }, 'off', 9_999],
    ['expired', { status: 'ended', ended_at: 2_000 }, 'on', 1_500],
    ['ended', { status: 'ended', ended_at: 1_500 }, 'on', 9_999],
    ['ended', { status: 'ended', ended_at: 9_000 }, 'off', 9_999],
    ['canceled', { status: 'canceled', ended_at: 500 }, 'on', 1_500],
    ['canceled', { status: 'canceled', ended_at: 500 }, 'off', 1_500],
  ];
  for (const [expected, change, window, now] of cases) {
    it(`${expected}: ${JSON.stringify(change)}, window ${window}, at ${now}`, () => {
      assert.equal(admissionAt({ ...interview, ...change }, window, now), expected);
    });
  }

  it('is open exactly inside the window', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1 }), fc.nat(), (opensAt, span, now) => {
        const row = { ...interview, opens_at: opensAt, closes_at: opensAt + span };
        const inside = now >= opensAt && now < opensAt + span;
        assert.equal(admissionAt(row, 'on', now) === 'open', inside);
      }),
    );
  });
});

describe('the window', () => {
  it('is 15 minutes before to 3 hours after by default', () => {
    const at = 100 * 60 * MINUTE;
    const { opensAt, closesAt } = defaultWindow(at);
    assert.equal(at - opensAt, 15 * MINUTE);
    assert.equal(closesAt - at, 180 * MINUTE);
  });

  it('is longer than nothing and at most 72 hours', () => {
    const hours = (count: number) => checkWindow({ opensAt: 0, closesAt: count * 60 * MINUTE }).ok;
    assert.deepEqual([hours(-1), hours(0), hours(72), hours(72.1)], [false, false, true, false]);
  });
});
