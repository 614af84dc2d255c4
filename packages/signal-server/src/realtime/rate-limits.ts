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
 * What a whole interview may send, on each node and on all of them together: several times what one
 * connection may, so that one person alone never uses it up, and less than six who flood or than one
 * who comes back again and again for a fresh limit.
 */
export const ROOM_RATES = {
  signal: { perSecond: 500, burst: 1_500 },
  chat: { perSecond: 20, burst: 80 },
  reaction: { perSecond: 10, burst: 40 },
  other: { perSecond: 100, burst: 300 },
} as const satisfies Record<LimitClass, Rate>;

/**
 * A token bucket, kept as the time at which it is full again (the generic cell rate algorithm):
 * whole ms, without rounding.
 */
export class TokenBucket {
  readonly #rate: Rate;
  #fullAt = 0;

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** @returns 0 when the event may pass, else the ms after which one may */
  take(now: number): number {
    const tokenMs = 1_000 / this.#rate.perSecond;
    const burstMs = this.#rate.burst * tokenMs;
    // Not later than that of an empty bucket, should the clock have gone back.
    this.#fullAt = Math.min(Math.max(this.#fullAt, now), now + burstMs);
    const wait = this.#fullAt + tokenMs - burstMs - now;
    if (wait > 0) return wait;
    this.#fullAt += tokenMs;
    return 0;
  }

  isFull(now: number): boolean {
    return this.#fullAt <= now;
  }
}

/** The limits of one connection, or of one room. */
export class RateLimits {
  readonly #rates: Readonly<Record<LimitClass, Rate>>;
  /** Made when they are needed: most connections are idle. */
  readonly #buckets: Partial<Record<LimitClass, TokenBucket>> = {};

  constructor(rates: Readonly<Record<LimitClass, Rate>> = RATES) {
    this.#rates = rates;
  }

  take(limit: LimitClass, now: number): number {
    const bucket = (this.#buckets[limit] ??= new TokenBucket(this.#rates[limit]));
    return bucket.take(now);
  }
}
