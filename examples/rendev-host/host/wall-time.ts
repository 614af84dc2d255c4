/** Where the site's times are meant, which it writes without a zone. */
export const TIME_ZONE = 'Asia/Seoul';
/** What people are told beside a time. */
export const ZONE_IN_WORDS = '한국 시간, Asia/Seoul';

/** As the calendar inputs of the site write it: `2026-12-01 14:00`. */
export const isWallTime = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text);

/** The clock on a wall in Seoul, wherever the server is. */
export function wallTimeAt(instant: Date): string {
  // Swedish writes dates as the site does.
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: TIME_ZONE,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant);
}
