import { LIMITS, type InterviewStatus } from '@rendev/interview-protocol';
import { ok, refuse, type Result } from '../result.ts';

export interface Window {
  readonly opensAt: number;
  readonly closesAt: number;
}

/** What the rules need of an interview. */
export interface Scheduled {
  readonly status: InterviewStatus;
  readonly opens_at: number;
  readonly closes_at: number;
  readonly ended_at: number | null;
}

const MINUTE_MS = 60_000;

export function defaultWindow(scheduledAt: number): Window {
  return {
    opensAt: scheduledAt - LIMITS.opensBeforeMinutes * MINUTE_MS,
    closesAt: scheduledAt + LIMITS.closesAfterMinutes * MINUTE_MS,
  };
}

/** @returns `window-invalid` */
export function checkWindow(window: Window): Result<Window> {
  const invalid = (message: string) =>
    refuse('window-invalid', { errors: [{ path: '/closesAt', message }] });
  if (window.closesAt <= window.opensAt) return invalid('must be later than opensAt');
  if (window.closesAt - window.opensAt > LIMITS.windowHoursMax * 60 * MINUTE_MS) {
    return invalid(`must be at most ${LIMITS.windowHoursMax} hours later than opensAt`);
  }
  return ok(window);
}

/**
 * Whether people may come in at this moment: the truth even where the sweeper has not yet moved the
 * status. `expired` is an end by the clock, `ended` one by a person or the host.
 *
 * @param window `off` lifts the limits of time
 */
export function admissionAt(
  interview: Scheduled,
  window: 'on' | 'off',
  now: number,
): 'open' | 'too-early' | 'expired' | 'canceled' | 'ended' {
  if (interview.status === 'canceled') return 'canceled';
  if (interview.status === 'ended') {
    const byClock = window === 'on' && (interview.ended_at ?? 0) >= interview.closes_at;
    return byClock ? 'expired' : 'ended';
  }
  if (window === 'off') return 'open';
  if (now >= interview.closes_at) return 'expired';
  return now >= interview.opens_at ? 'open' : 'too-early';
}

/** The status that a living interview has by the clock. */
export const statusAt = (
  opensAt: number,
  window: 'on' | 'off',
  now: number,
): 'open' | 'scheduled' => (window === 'off' || now >= opensAt ? 'open' : 'scheduled');
