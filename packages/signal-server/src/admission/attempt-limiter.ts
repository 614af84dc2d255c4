import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ok, refuse, type Result } from '../result.ts';
import { addressGroup } from './address-group.ts';

const LIMITS = [
  { points: 10, duration: 60 },
  { points: 100, duration: 86_400 },
] as const;

/** Slows down who tries out codes: so many failures a minute and a day for each address. */
export class AttemptLimiter {
  readonly #limiters = LIMITS.map((limit) => new RateLimiterMemory(limit));

  /**
   * Counts an attempt as failed before its outcome is known, so that many at once get no more
   * tries; the caller takes it back with `succeeded`.
   *
   * @returns `rate-limited`
   */
  async begin(ip: string): Promise<Result<undefined>> {
    const key = addressGroup(ip);
    for (const limiter of this.#limiters) {
      try {
        await limiter.consume(key);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return refuse('rate-limited', { retryAfterMs: refused.msBeforeNext });
      }
    }
    return ok(undefined);
  }

  async succeeded(ip: string): Promise<void> {
    const key = addressGroup(ip);
    await Promise.all(this.#limiters.map((limiter) => limiter.reward(key)));
  }
}
