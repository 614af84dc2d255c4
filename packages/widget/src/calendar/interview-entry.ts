import type { InterviewPublic } from '@rendev/interview-protocol';
import { calendarTerms } from '../locales/calendar-terms.ts';
import type { Language } from '../locales/texts.ts';
import { calendarDate, clockTime, zoneName } from '../locales/time.ts';
import type { CalendarEntry } from './calendar-file.ts';

/** No interview tells how long it will take: an hour is kept free, or until it closes. */
const LENGTH_MS = 3_600_000;
const ALARM_MINUTES = 10;

export interface EntryContext {
  readonly language: Language;
  /** Tag for Intl. */
  readonly locale: string;
  /** For an interview without a title. */
  readonly title: string;
  /**
   * Address of the page as the person opened it: with the code only if their link carried it. What is
   * not `http(s)` is left out.
   */
  readonly page: string;
  /** ms */
  readonly now: number;
}

/** What a calendar keeps of an interview. */
export function interviewEntry(interview: InterviewPublic, context: EntryContext): CalendarEntry {
  const { language, locale, page, now } = context;
  const terms = calendarTerms(language);
  const startsAt = Date.parse(interview.scheduledAt);
  const opensAt = Date.parse(interview.opensAt);
  const closesAt = interview.closesAt === null ? Infinity : Date.parse(interview.closesAt);
  const time = (ms: number) => clockTime(ms, locale, interview.timeZone);
  const date = (ms: number) => calendarDate(ms, locale, interview.timeZone);
  const url = /^https?:/.test(page) ? page : '';
  const description = [
    terms.startsAt(
      `${date(startsAt)} ${time(startsAt)}`,
      zoneName(startsAt, locale, interview.timeZone),
    ),
    ...(opensAt < startsAt ? [terms.opensAt(time(opensAt))] : []),
    ...(url === '' ? [] : [terms.enter(url)]),
  ].join('\n');
  return {
    uid: `${interview.id}@rendev-interview`,
    title: interview.title === '' ? context.title : interview.title,
    description,
    startsAt,
    endsAt: Math.max(startsAt, Math.min(startsAt + LENGTH_MS, closesAt)),
    url,
    alarmMinutes: ALARM_MINUTES,
    madeAt: now,
  };
}
