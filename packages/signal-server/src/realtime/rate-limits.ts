/** Events per second that last (a divisor of 1000), and how many may come at once. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/**
 * Setting up a mesh of six sends bursts of candidates; nobody types twenty messages at once, and ten
 * reactions at once are a joke.
 */
export const RATES = {
  signal: { perSecond: 100, burst: 300 },
  chat: { perSecond: 5, burst: 20 },
  reaction: { perSecond: 2, burst: 10 },
  other: { perSecond: 20, burst: 60 },
} as const satisfies Record<string, Rate>;

export type LimitClass = keyof typeof RATES;

/**
 * A token bucket, kept as the time at which it is full again (the generic cell rate algorithm):
 * whole ms, without rounding.
 */
class TokenBucket {
  readonly #tokenMs: number;
  readonly #burstMs: number;
  #fullAt = 0;

  constructor({ perSecond, burst }: Rate) {
    this.#tokenMs = 1_000 / perSecond;
    this.#burstMs = burst * this.#tokenMs;
  }

  /** @returns 0 when the event may pass, else the ms after which one may */
  take(now: number): number {
    // Not later than that of an empty bucket, should the clock have gone back.
    this.#fullAt = Math.min(Math.max(this.#fullAt, now), now + this.#burstMs);
    const wait = this.#fullAt + this.#tokenMs - this.#burstMs - now;
    if (wait > 0) return wait;
    this.#fullAt += this.#tokenMs;
    return 0;
  }
}

/** The limits of one connection. */
export class RateLimits {
  readonly #buckets: Readonly<Record<LimitClass, TokenBucket>> = {
    signal: new TokenBucket(RATES.signal),
    chat: new TokenBucket(RATES.chat),
    reaction: new TokenBucket(RATES.reaction),
    other: new TokenBucket(RATES.other),
  };

  take(limit: LimitClass, now: number): number {
    return this.#buckets[limit].take(now);
  }
}
