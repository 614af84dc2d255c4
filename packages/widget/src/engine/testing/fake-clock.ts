import type { Clock } from '../clock.ts';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Time that moves by hand. */
export class FakeClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** ms until the next timer; `null` when none waits. */
  get nextIn(): number | null {
    const [next] = this.#byTime();
    return next ? next.at - this.#now : null;
  }

  /** Moves time without calling anything, as for a page that sleeps. */
  jump(ms: number): void {
    this.#now += ms;
  }

  /** Moves time, calls what has become due, and lets promises settle. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (let [next] = this.#byTime(); next && next.at <= end; [next] = this.#byTime()) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.#now = Math.max(this.#now, end);
  }

  #byTime(): Timer[] {
    return [...this.#timers].sort((a, b) => a.at - b.at);
  }
}
