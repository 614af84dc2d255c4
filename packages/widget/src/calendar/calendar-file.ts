/** One interview as an entry of a calendar. */
export interface CalendarEntry {
  /** Stable for the interview, so that a second file replaces the first entry. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** ms */
  readonly startsAt: number;
  /** ms */
  readonly endsAt: number;
  /** Where the person enters; empty for none. */
  readonly url: string;
  /** Reminds this long before the start. */
  readonly alarmMinutes: number;
  /** When the file was made, ms. */
  readonly madeAt: number;
}

/** The media type of what `calendarFile` writes (RFC 5545, section 8.1). */
export const CALENDAR_TYPE = 'text/calendar;charset=utf-8';

const LINE_OCTETS = 75;

/** An iCalendar file with one event (RFC 5545). Its times are UTC, which every calendar understands. */
export function calendarFile(entry: CalendarEntry): string {
  const { uid, title, description, startsAt, endsAt, url, alarmMinutes, madeAt } = entry;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//renDev//Interview//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${text(title)}`,
    `DESCRIPTION:${text(description)}`,
    ...(url === '' ? [] : [`URL:${withoutControls(url)}`]),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${text(title)}`,
    `TRIGGER:-PT${alarmMinutes}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** Form 2 of DATE-TIME: `20300514T050000Z` (section 3.3.5). */
function utc(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}|[-:]/g, '');
}

/** A value of the type TEXT (section 3.3.11). */
function text(value: string): string {
  return withoutControls(value.replace(/\r\n?/g, '\n').replace(/[\\;,]/g, '\\$&'), '\n').replace(
    /\n/g,
    '\\n',
  );
}

/** Anything that would begin another line is no part of a value. */
function withoutControls(value: string, kept = ''): string {
  // eslint-disable-next-line no-control-regex -- they are what has to go
  return value.replace(/[\u0000-\u001f\u007f]/g, (control) => (control === kept ? control : ''));
}

/** Lines of 75 octets at most, broken between characters (section 3.1). */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let room = LINE_OCTETS;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      folded += '\r\n ';
      room = LINE_OCTETS - 1;
    }
    folded += character;
    room -= size;
  }
  return folded;
}
