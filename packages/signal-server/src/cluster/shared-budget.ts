import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Rate } from '../realtime/rate-limits.ts';
import { type Limit, takeFrom } from './limiters.ts';

/**
 * How long a node gathers at most before it tells, in ms: an event must neither wait for Redis nor cost
 * a word. All budgets of a node tell at the same moments, so that many are one write.
 */
const GATHER_MS = 500;

const WINDOW_S = 5;

/** The rate as a count of all nodes: what one node may send alone never uses it up. */
export const sharedLimit = ({ perSecond, burst }: Rate): Limit => ({
  points: burst + perSecond * WINDOW_S,
  duration: WINDOW_S,
});

/**
 * What all nodes may spend together of something that is too frequent to ask for one by one. Each node
 * gathers what it spends and tells it afterwards; when that was too much, nobody spends until the
 * time is over. So nodes overdraw by what they let through while they gather: each needs a limit of
 * its own, too.
 */
export class SharedBudget {
  readonly #limiter: RateLimiterAbstract;
  readonly #key: string;
  #gathered = 0;
  #now = 0;
  #spentUntil = 0;

  constructor(limiter: RateLimiterAbstract, key: string) {
    this.#limiter = limiter;
    this.#key = key;
  }

  /** @returns 0, or after how many ms to come again */
  take(now: number): number {
    if (now < this.#spentUntil) return this.#spentUntil - now;
    this.#now = now;
    this.#gathered += 1;
    if (this.#gathered === 1) {
      setTimeout(
        () => {
          void this.#tell();
        },
        GATHER_MS - (now % GATHER_MS),
      ).unref();
    }
    return 0;
  }

  async #tell(): Promise<void> {
    const points = this.#gathered;
    this.#gathered = 0;
    // Where it cannot be asked, the limit of this node has to do.
    const waitMs = await takeFrom(this.#limiter, this.#key, points).catch(() => 0);
    if (waitMs > 0) this.#spentUntil = this.#now + waitMs;
  }
}
