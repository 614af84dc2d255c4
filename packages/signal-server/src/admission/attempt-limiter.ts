import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { type CreateLimiter, memoryLimiters, takeFrom } from '../cluster/limiters.ts';
import { ok, refuse, type Result } from '../result.ts';
import { ATTEMPT_RULES, keyOf, type Attempt, type AttemptRule } from './attempt-rules.ts';

/** Slows down who tries out codes, by the rules of attempt-rules.ts. */
export class AttemptLimiter {
  readonly #limiters: readonly {
    readonly rule: AttemptRule;
    readonly limiter: RateLimiterAbstract;
  }[];

  constructor(createLimiter: CreateLimiter = memoryLimiters) {
    this.#limiters = ATTEMPT_RULES.map((rule) => ({
      rule,
      limiter: createLimiter(`entry-${rule.counted}-${rule.duration}`, rule),
    }));
  }

  /**
   * Counts an attempt as failed before its outcome is known, so that many at once get no more
   * tries; the caller takes it back with `succeeded`.
   *
   * @returns `rate-limited`
   */
  async begin(attempt: Attempt): Promise<Result<undefined>> {
    for (const { rule, limiter } of this.#limiters) {
      const retryAfterMs = await takeFrom(limiter, keyOf(rule, attempt));
      if (retryAfterMs > 0) return refuse('rate-limited', { retryAfterMs });
    }
    return ok(undefined);
  }

  async succeeded(attempt: Attempt): Promise<void> {
    await Promise.all(
      this.#limiters
        .filter(({ rule }) => rule.onlyFailures)
        .map(({ rule, limiter }) => limiter.reward(keyOf(rule, attempt))),
    );
  }
}
