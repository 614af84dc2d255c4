/** Events per second that last, and how many may come at once. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Setting up a mesh of six sends bursts of candidates; nobody types twenty messages at once. */
export const RATES = {
  signal: { perSecond: 100, burst: 300 },
  chat: { perSecond: 5, burst: 20 },
  other: { perSecond: 20, burst: 60 },
} as const satisfies Record<string, Rate>;

export type LimitClass = keyof typeof RATES;

/** Holds up to `burst` tokens and gains `perSecond`; each event takes one. */
class TokenBucket {
  readonly #rate: Rate;
  #tokens: number;
  #at: number;

  constructor(rate: Rate, now: number) {
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#at = now;
  }

  /** @returns 0 when the event may pass, else the ms after which one may */
  take(now: number): number {
    const { perSecond, burst } = this.#rate;
    const gained = (Math.max(0, now - this.#at) / 1_000) * perSecond;
    this.#tokens = Math.min(burst, this.#tokens + gained);
    this.#at = now;
    if (this.#tokens < 1) return Math.ceil(((1 - this.#tokens) / perSecond) * 1_000);
    this.#tokens -= 1;
    return 0;
  }
}

/** The limits of one connection. */
export class RateLimits {
  readonly #buckets: Readonly<Record<LimitClass, TokenBucket>>;

  constructor(now: number) {
    this.#buckets = {
      signal: new TokenBucket(RATES.signal, now),
      chat: new TokenBucket(RATES.chat, now),
      other: new TokenBucket(RATES.other, now),
    };
  }

  take(limit: LimitClass, now: number): number {
    return this.#buckets[limit].take(now);
  }
}
