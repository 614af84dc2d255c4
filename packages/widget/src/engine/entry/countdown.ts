import type { Clock } from '../clock.ts';

/** Longest time between two looks, so that a schedule that the host moved is noticed. */
const RECHECK_MS = 60_000;
const MIN_DELAY_MS = 1_000;

export interface CountdownOptions {
  readonly clock: Clock;
  /** Tries to enter. Answers when to try again: ms until the opening or a wait; `null` ends. */
  readonly attempt: () => Promise<number | null>;
  /** ms until the opening as known at the start. */
  readonly remainingMs: number;
  readonly signal: AbortSignal;
}

/**
 * Tries at the opening and at least once a minute until then. Timers of hidden tabs are late by up
 * to a minute, so that a tab that becomes visible looks at once when the time has come.
 *
 * @returns tries now, whatever the time
 */
export function runCountdown({
  clock,
  attempt,
  remainingMs,
  signal,
}: CountdownOptions): () => Promise<void> {
  let cancel: (() => void) | undefined;
  let openAt = clock.now() + remainingMs;
  let trying = false;

  const schedule = (delay: number) => {
    cancel?.();
    cancel = clock.after(Math.min(Math.max(delay, MIN_DELAY_MS), RECHECK_MS), () => void look());
  };
  const look = async () => {
    if (trying || signal.aborted) return;
    trying = true;
    const delay = await attempt();
    trying = false;
    if (delay === null) return;
    openAt = clock.now() + delay;
    schedule(delay);
  };

  schedule(remainingMs);
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible' && clock.now() >= openAt) void look();
    },
    { signal },
  );
  signal.addEventListener('abort', () => {
    cancel?.();
  });
  return look;
}
