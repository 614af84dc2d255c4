import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { refuse } from '../result.ts';
import type { Database } from '../storage/database.ts';
import type { Problems } from './problem-details.ts';

export interface HealthServices {
  readonly db: Database;
  readonly problems: Problems;
  /** Whether the server is about to close, so that a balancer sends nobody new. */
  readonly isDraining: () => boolean;
}

/** `/healthz`: the process answers. `/readyz`: it can serve, its store answers too. */
export function registerHealth(
  fastify: FastifyInstance,
  { db, problems, isDraining }: HealthServices,
): void {
  fastify.get('/healthz', () => ({ status: 'ok' }));
  fastify.get('/readyz', async (request, reply) => {
    if (isDraining()) return problems.send(reply, refuse('unavailable').error);
    try {
      await sql`select 1`.execute(db);
      return { status: 'ready' };
    } catch (error) {
      request.log.error({ err: error }, 'The store does not answer');
      return problems.send(reply, refuse('unavailable').error);
    }
  });
}
