import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type CreateLimiter, restStore } from '../cluster/limiters.ts';

const REQUESTS_PER_MINUTE = 600;

export interface RequestLimitOptions {
  /** Tells what is counted in this scope from what is counted in another. */
  readonly name: string;
  readonly askerOf: (request: FastifyRequest) => string;
  /** `null` where this server counts alone. */
  readonly createLimiter: CreateLimiter | null;
}

/** Lets each asker ask so often a minute in this scope, then answers `rate-limited`. */
export async function limitRequests(
  scope: FastifyInstance,
  { name, askerOf, createLimiter }: RequestLimitOptions,
): Promise<void> {
  const limiter = createLimiter?.(`rest-${name}`, { points: REQUESTS_PER_MINUTE, duration: 60 });
  await scope.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    ...(limiter && { store: restStore(limiter) }),
    timeWindow: '1 minute',
    enableDraftSpec: true,
    keyGenerator: askerOf,
  });
}
