import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isTimeZone, offsetAt, parseTime } from './interview-times.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Shifts of an hour, half an hour and two; south and north; a skipped day; none; old ones. */
const ZONES = [
  'Asia/Seoul',
  'America/New_York',
  'Europe/Berlin',
  'Europe/Dublin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'UTC',
];
const zone = fc.constantFrom(...ZONES);
const minute = fc.integer({ min: Date.UTC(1985, 0) / MINUTE, max: Date.UTC(2037, 0) / MINUTE });

const wallText = (local: number) => new Date(local).toISOString().slice(0, 16).replace('T', ' ');
const read = (text: string, timeZone?: string) => {
  const result = parseTime(text, timeZone, '/scheduledAt');
  return result.ok ? result.value : result.error.code;
};

/** Where a wall time shows within a day of itself, found the slow way: every quarter of an hour. */
function instantsOf(local: number, timeZone: string): number[] {
  const quarters = Array.from({ length: 2 * 96 + 1 }, (_, index) => index - 96);
  return quarters
    .map((quarter) => local + quarter * 15 * MINUTE)
    .filter((instant) => instant + offsetAt(instant, timeZone) === local);
}

/** Minutes around the changes of the clocks, where everything that is difficult happens. */
const nearTransition = fc
  .tuple(zone, minute)
  .map(([timeZone, from]) => {
    let instant = from * MINUTE;
    const before = offsetAt(instant, timeZone);
    const isChanged = (at: number) => offsetAt(at, timeZone) !== before;
    for (let month = 0; month < 12 && !isChanged(instant); month++) instant += 31 * DAY;
    let [low, high] = [instant - 31 * DAY, instant];
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
      if (isChanged(middle)) high = middle;
      else low = middle;
    }
    return { timeZone, transition: high, before };
  })
  .chain(({ timeZone, transition, before }) =>
    fc.integer({ min: -180, max: 180 }).map((minutes) => ({
      timeZone,
      local: transition + before + minutes * MINUTE,
    })),
  );

describe('wall time', () => {
  it('is the earliest instant at which the zone shows it, or refused where there is none', () => {
    const check = ({ timeZone, local }: { timeZone: string; local: number }) => {
      const instants = instantsOf(local, timeZone);
      assert.equal(read(wallText(local), timeZone), instants[0] ?? 'time-invalid');
    };
    fc.assert(fc.property(nearTransition, check), { numRuns: 40 });
  });

  it('reads back what any zone shows of any minute', () => {
    fc.assert(
      fc.property(zone, minute, (timeZone, minutes) => {
        const instant = minutes * MINUTE;
        const local = instant + offsetAt(instant, timeZone);
        const found = read(wallText(local), timeZone);
        assert.ok(typeof found === 'number' && found <= instant);
        assert.equal(found + offsetAt(found, timeZone), local);
      }),
      { numRuns: 300 },
    );
  });

  const cases = [
    ['Asia/Seoul', '2026-03-10 14:00', '2026-03-10T05:00:00.000Z'],
    ['Asia/Seoul', '2026-03-10 14:00:59', '2026-03-10T05:00:59.000Z'],
    ['Asia/Seoul', '1988-07-01 12:00', '1988-07-01T02:00:00.000Z'],
    ['America/New_York', '2026-03-08 01:59', '2026-03-08T06:59:00.000Z'],
    ['America/New_York', '2026-03-08 03:00', '2026-03-08T07:00:00.000Z'],
    ['America/New_York', '2026-11-01 01:30', '2026-11-01T05:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05 01:45', '2026-04-04T14:45:00.000Z'],
    ['Pacific/Apia', '2011-12-29 23:59', '2011-12-30T09:59:00.000Z'],
    ['Pacific/Apia', '2011-12-31 00:00', '2011-12-30T10:00:00.000Z'],
  ] as const;
  for (const [timeZone, text, instant] of cases) {
    it(`${text} in ${timeZone} is ${instant}`, () => {
      assert.equal(read(text, timeZone), Date.parse(instant));
    });
  }

  const skipped = [
    ['America/New_York', '2026-03-08 02:30'],
    ['Europe/Berlin', '2026-03-29 02:00'],
    ['Australia/Lord_Howe', '2026-10-04 02:15'],
    ['Pacific/Apia', '2011-12-30 12:00'],
  ] as const;
  for (const [timeZone, text] of skipped) {
    it(`${text} does not exist in ${timeZone}`, () => {
      assert.equal(read(text, timeZone), 'time-invalid');
    });
  }

  it('needs a zone', () => {
    assert.equal(read('2026-03-10 14:00'), 'time-invalid');
  });
});

describe('RFC 3339', () => {
  it('reads back every instant in every offset', () => {
    const offset = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 59_999 }), offset, (minutes, ms, shift) => {
        const instant = minutes * MINUTE + ms;
        const local = new Date(instant + shift * MINUTE).toISOString().slice(0, -1);
        const pad = (part: number) => String(part).padStart(2, '0');
        const size = Math.abs(shift);
        const sign = shift < 0 ? '-' : '+';
        const text = `${local}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
        assert.equal(read(text), instant);
      }),
    );
  });

  it('takes what the RFC takes', () => {
    const instant = Date.UTC(2026, 2, 10, 5);
    for (const text of [
      '2026-03-10T05:00:00Z',
      '2026-03-10t05:00:00z',
      '2026-03-10 05:00:00.000000Z',
      '2026-03-10T14:00:00+09:00',
      '2026-03-09T23:00:00.0-06:00',
    ]) {
      assert.equal(read(text), instant, text);
    }
  });

  it('refuses everything else', () => {
    for (const text of [
      '',
      'now',
      '2026-03-10',
      '2026-03-10T05:00',
      '2026-03-10T05:00:00',
      '2026-03-10T05:00Z',
      '2026-02-29T05:00:00Z',
      '2026-13-01T05:00:00Z',
      '2026-03-10T24:00:00Z',
      '2026-03-10T05:00:60Z',
      '2026-03-10T05:00:00+24:00',
      '2026-03-10T05:00:00+09',
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:59-12:00',
      '1773118800000',
      ' 2026-03-10T05:00:00Z',
    ]) {
      assert.equal(read(text, 'UTC'), 'time-invalid', text);
    }
  });
});

describe('time zones', () => {
  it('are names of the IANA database, not offsets', () => {
    for (const name of ['Asia/Seoul', 'UTC', 'Etc/GMT+9', 'America/Argentina/Buenos_Aires']) {
      assert.ok(isTimeZone(name), name);
    }
    for (const name of ['', '+09:00', '-05', 'Asia/Soul', 'KST ', '../etc/passwd']) {
      assert.ok(!isTimeZone(name), name);
    }
  });
});
