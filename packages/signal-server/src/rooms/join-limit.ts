import type { CreateLimiter } from '../cluster/limiters.ts';
import { SharedBudget, sharedLimit } from '../cluster/shared-budget.ts';
import { ok, refuse, type Result } from '../result.ts';
import { TokenBucket } from '../realtime/rate-limits.ts';

/** Six people with a bad line come back often, and a row of them at once after a restart. */
const JOINS = { perSecond: 10, burst: 100 };
const REMEMBERED_MAX = 10_000;

interface Joins {
  readonly bucket: TokenBucket;
  /** With the other nodes, where there are any. */
  readonly shared: SharedBudget | undefined;
}

/**
 * How often an interview may be joined. Each join is told to the whole room and begins with fresh
 * limits of its own, so that without this one a ticket could flood a room by coming and going.
 */
export class JoinLimit {
  readonly #joins = new Map<string, Joins>();
  readonly #createShared: ((interviewId: string) => SharedBudget) | undefined;

  /** @param createLimiter `null` where this server counts alone */
  constructor(createLimiter: CreateLimiter | null) {
    const limiter = createLimiter?.('join', sharedLimit(JOINS));
    this.#createShared = limiter && ((interviewId) => new SharedBudget(limiter, interviewId));
  }

  /** @returns `rate-limited` */
  take(interviewId: string, now: number): Result<undefined> {
    const { bucket, shared } = this.#joinsOf(interviewId, now);
    const retryAfterMs = bucket.take(now) || (shared?.take(now) ?? 0);
    return retryAfterMs > 0 ? refuse('rate-limited', { retryAfterMs }) : ok(undefined);
  }

  #joinsOf(interviewId: string, now: number): Joins {
    const known = this.#joins.get(interviewId);
    if (known !== undefined) return known;
    this.#forgetFull(now);
    const shared = this.#createShared?.(interviewId);
    const joins = { bucket: new TokenBucket(JOINS), shared };
    this.#joins.set(interviewId, joins);
    return joins;
  }

  /** A full bucket says nothing; Redis knows what the nodes joined together. */
  #forgetFull(now: number): void {
    if (this.#joins.size < REMEMBERED_MAX) return;
    for (const [id, { bucket }] of this.#joins) if (bucket.isFull(now)) this.#joins.delete(id);
  }
}
