import type { Clock } from '../clock.ts';

/** Often enough that nobody notices, seldom enough to cost nothing. */
const EVERY_MS = 1_000;

export interface SweeperOptions {
  readonly clock: Clock;
  /** What the clock moves. A run that takes longer than the interval delays the next. */
  readonly sweep: (now: number) => Promise<void>;
  /** Resolves when the work is over, however it went. */
  readonly run: (work: Promise<void>) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Moves what only the passing of time moves. Does not keep the process alive. */
export function startSweeper({ clock, sweep, run, signal }: SweeperOptions): void {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    void run(sweep(clock())).finally(() => {
      running = false;
    });
  }, EVERY_MS);
  timer.unref();
  signal.addEventListener('abort', () => {
    clearInterval(timer);
  });
}
