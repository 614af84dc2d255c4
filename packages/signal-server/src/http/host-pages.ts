import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { HostsService } from '../hosts/hosts-service.ts';

const PREFLIGHT_SECONDS = 600;

/** Lets pages of the hosts, and no others, call the routes of this scope (CORS). */
export async function allowHostPages(
  scope: FastifyInstance,
  hosts: Pick<HostsService, 'anyHostAllows'>,
): Promise<void> {
  await scope.register(cors, {
    origin: async (origin: string | undefined) =>
      origin !== undefined && (await hosts.anyHostAllows(origin)),
    methods: ['GET', 'POST'],
    allowedHeaders: ['content-type'],
    exposedHeaders: ['retry-after', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
    maxAge: PREFLIGHT_SECONDS,
  });
}
