import type { InterviewPatch } from '@rendev/interview-protocol';
import { ok, refuse, type Result } from '../result.ts';
import { isTimeZone, parseTime } from './interview-times.ts';
import { checkWindow, defaultWindow, type Window } from './interview-window.ts';

/** When an interview is, in ms since the Unix epoch. */
export interface Schedule extends Window {
  readonly scheduledAt: number;
  /** IANA name; what people are shown the time in. */
  readonly timeZone: string;
}

type Times = Pick<InterviewPatch, 'scheduledAt' | 'timeZone' | 'opensAt' | 'closesAt'>;

/** @returns `time-invalid`, `window-invalid` */
export function newSchedule(times: Times & { scheduledAt: string }): Result<Schedule> {
  const scheduledAt = parseTime(times.scheduledAt, times.timeZone, '/scheduledAt');
  if (!scheduledAt.ok) return scheduledAt;
  return withTimes(times, {
    scheduledAt: scheduledAt.value,
    timeZone: 'UTC',
    ...defaultWindow(scheduledAt.value),
  });
}

/** A new `scheduledAt` moves the window along. @returns `time-invalid`, `window-invalid` */
export function movedSchedule(current: Schedule, times: Times): Result<Schedule> {
  const { scheduledAt: text, timeZone } = times;
  const scheduledAt =
    text === undefined ? ok(current.scheduledAt) : parseTime(text, timeZone, '/scheduledAt');
  if (!scheduledAt.ok) return scheduledAt;
  const shift = scheduledAt.value - current.scheduledAt;
  return withTimes(times, {
    scheduledAt: scheduledAt.value,
    timeZone: current.timeZone,
    opensAt: current.opensAt + shift,
    closesAt: current.closesAt + shift,
  });
}

function withTimes(times: Times, base: Schedule): Result<Schedule> {
  const { timeZone, opensAt: opens, closesAt: closes } = times;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    const message = 'must be a name of the IANA time zone database, such as Asia/Seoul';
    return refuse('time-invalid', { errors: [{ path: '/timeZone', message }] });
  }
  const opensAt = opens === undefined ? ok(base.opensAt) : parseTime(opens, timeZone, '/opensAt');
  if (!opensAt.ok) return opensAt;
  const closesAt =
    closes === undefined ? ok(base.closesAt) : parseTime(closes, timeZone, '/closesAt');
  if (!closesAt.ok) return closesAt;

  const window = checkWindow({ opensAt: opensAt.value, closesAt: closesAt.value });
  return window.ok ? ok({ ...base, ...window.value, timeZone: timeZone ?? base.timeZone }) : window;
}
