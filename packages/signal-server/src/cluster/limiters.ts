import type { FastifyRateLimitOptions, FastifyRateLimitStore } from '@fastify/rate-limit';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { RedisLink } from './redis-link.ts';

/** So many points in so many seconds. */
export interface Limit {
  readonly points: number;
  readonly duration: number;
}

/** Makes a limiter; the name tells its keys from another's. */
export type CreateLimiter = (name: string, limit: Limit) => RateLimiterAbstract;

/** The limiters of a server that is one node. */
export const memoryLimiters: CreateLimiter = (_name, limit) => new RateLimiterMemory(limit);

/** One count for all nodes; while Redis is away each node counts for itself. */
export const redisLimiters =
  ({ commands }: RedisLink): CreateLimiter =>
  (name, limit) =>
    new RateLimiterRedis({
      ...limit,
      storeClient: commands,
      useRedisPackage: true,
      rejectIfRedisNotReady: true,
      keyPrefix: `rendev:limit:${name}`,
      insuranceLimiter: new RateLimiterMemory(limit),
    });

/** @returns 0, or after how many ms to come again */
export async function takeFrom(
  limiter: RateLimiterAbstract,
  key: string,
  points = 1,
): Promise<number> {
  try {
    await limiter.consume(key, points);
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, refused.msBeforeNext);
  }
}

/** Counts requests of the REST by a limiter. */
export function restStore(
  limiter: RateLimiterAbstract,
): new (options: FastifyRateLimitOptions) => FastifyRateLimitStore {
  return class implements FastifyRateLimitStore {
    incr: FastifyRateLimitStore['incr'] = (key, callback) => {
      limiter.consume(key).then(
        ({ consumedPoints, msBeforeNext }) => {
          callback(null, { current: consumedPoints, ttl: msBeforeNext });
        },
        (refused: unknown) => {
          if (refused instanceof RateLimiterRes) {
            callback(null, { current: refused.consumedPoints, ttl: refused.msBeforeNext });
          } else {
            callback(refused instanceof Error ? refused : new Error(String(refused)));
          }
        },
      );
    };

    /** No route of ours has a limit of its own. */
    child(): FastifyRateLimitStore {
      return this;
    }
  };
}
