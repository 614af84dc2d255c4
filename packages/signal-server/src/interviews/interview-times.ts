import { ok, refuse, type Result } from '../result.ts';

const DAY_MS = 86_400_000;
const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;
const WALL_TIME = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * Reads a time as hosts write it, to ms since the Unix epoch.
 *
 * Takes RFC 3339 with an offset (no leap seconds), or `YYYY-MM-DD HH:mm[:ss]` as wall time in
 * `timeZone`. A wall time that the clocks skip is refused; one that they show twice is the earlier.
 *
 * @param path JSON pointer to name in a refusal
 * @returns `time-invalid`
 */
export function parseTime(
  text: string,
  timeZone: string | undefined,
  path: string,
): Result<number> {
  const invalid = (message: string) => refuse('time-invalid', { errors: [{ path, message }] });

  const instant = RFC_3339.exec(text);
  if (instant) {
    const [
      ,
      year,
      month,
      day,
      hour,
      minute,
      second,
      fraction = '',
      sign,
      hours = '0',
      minutes = '0',
    ] = instant;
    const utc = utcOf([year, month, day, hour, minute, second]);
    if (utc === undefined || Number(hours) > 23 || Number(minutes) > 59) {
      return invalid('is not a time of the calendar');
    }
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
    return inRange(utc + Number(fraction.slice(0, 3).padEnd(3, '0')) - offset, invalid);
  }

  const wall = WALL_TIME.exec(text);
  if (!wall) return invalid('must be RFC 3339, or YYYY-MM-DD HH:mm[:ss] with a timeZone');
  if (timeZone === undefined) return invalid('is wall time, which needs a timeZone');
  const [, year, month, day, hour, minute, second = '0'] = wall;
  const local = utcOf([year, month, day, hour, minute, second]);
  if (local === undefined) return invalid('is not a time of the calendar');
  const found = instantOfWallTime(local, timeZone);
  return found === undefined
    ? invalid(`does not exist in ${timeZone}: the clocks skip it`)
    : inRange(found, invalid);
}

/** Whether a name is of the IANA time zone database; offsets such as `+09:00` are not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Offset of a zone from UTC at an instant, in ms, positive to the east. */
export function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return wall - Math.floor(instant / 1_000) * 1_000;
}

/**
 * The offsets of the day before and the day after are the only ones that the wall time can have;
 * each gives an instant that counts if the zone shows that wall time then.
 *
 * @param local the wall time as if it were UTC
 */
function instantOfWallTime(local: number, timeZone: string): number | undefined {
  const candidates = [local - DAY_MS, local + DAY_MS]
    .map((around) => local - offsetAt(around, timeZone))
    .filter((candidate) => candidate + offsetAt(candidate, timeZone) === local);
  return candidates.length === 0 ? undefined : Math.min(...candidates);
}

/** `undefined` where the calendar has no such time: `Date.UTC` would roll February 30 over. */
function utcOf(fields: readonly (string | undefined)[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields.map(Number);
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(utc);
  const same =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return same ? utc : undefined;
}

const EARLIEST = Date.UTC(1970, 0);
/** A day short of where RFC 3339 ends, so that no window leaves it. */
const LATEST = Date.UTC(9999, 0);

function inRange(instant: number, invalid: (message: string) => Result<number>): Result<number> {
  return instant >= EARLIEST && instant < LATEST ? ok(instant) : invalid('is out of range');
}
