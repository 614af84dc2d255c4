import type { CreateLimiter } from '../cluster/limiters.ts';
import { SharedBudget, sharedLimit } from '../cluster/shared-budget.ts';
import { type LimitClass, RateLimits, ROOM_RATES } from '../realtime/rate-limits.ts';

/** What everybody in a room may send. */
export interface RoomLimits {
  /** @returns 0, or after how many ms to come again */
  take(kind: LimitClass, now: number): number;
}

const REMEMBERED_MAX = 10_000;
/** After this, in ms, every limit is fresh again. */
const FRESH_MS = 10_000;

/**
 * Makes the limits of a room: this node's, and where there are many, those of all nodes together. A
 * room that is empty for a moment keeps them, or coming and going would make them fresh.
 *
 * @param createLimiter `null` where this server counts alone
 */
export function roomLimits(createLimiter: CreateLimiter | null): (room: string) => RoomLimits {
  const make = createLimiter === null ? () => new RateLimits(ROOM_RATES) : together(createLimiter);
  const remembered = new Map<string, { readonly limits: RoomLimits; usedAt: number }>();
  let lastUsedAt = 0;

  function forgetFresh(): void {
    if (remembered.size < REMEMBERED_MAX) return;
    for (const [room, { usedAt }] of remembered) {
      if (usedAt < lastUsedAt - FRESH_MS) remembered.delete(room);
    }
  }

  return (room) => {
    const known = remembered.get(room);
    if (known !== undefined) return known.limits;
    forgetFresh();
    const limits = make(room);
    const entry = {
      usedAt: lastUsedAt,
      limits: {
        take(kind: LimitClass, now: number) {
          entry.usedAt = lastUsedAt = now;
          return limits.take(kind, now);
        },
      },
    };
    remembered.set(room, entry);
    return entry.limits;
  };
}

function together(createLimiter: CreateLimiter): (room: string) => RoomLimits {
  const limiterOf = (kind: LimitClass) =>
    createLimiter(`room-${kind}`, sharedLimit(ROOM_RATES[kind]));
  const limiters = {
    signal: limiterOf('signal'),
    chat: limiterOf('chat'),
    reaction: limiterOf('reaction'),
    other: limiterOf('other'),
  };
  return (room) => {
    const own = new RateLimits(ROOM_RATES);
    const shared = {
      signal: new SharedBudget(limiters.signal, room),
      chat: new SharedBudget(limiters.chat, room),
      reaction: new SharedBudget(limiters.reaction, room),
      other: new SharedBudget(limiters.other, room),
    };
    return { take: (kind, now) => own.take(kind, now) || shared[kind].take(now) };
  };
}
