import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { refuse } from '../result.ts';
import type { Database } from '../storage/database.ts';
import type { Problems } from './problem-details.ts';

/** `/healthz`: the process answers. `/readyz`: it can serve, its store answers too. */
export function registerHealth(fastify: FastifyInstance, db: Database, problems: Problems): void {
  fastify.get('/healthz', () => ({ status: 'ok' }));
  fastify.get('/readyz', async (request, reply) => {
    try {
      await sql`select 1`.execute(db);
      return { status: 'ready' };
    } catch (error) {
      request.log.error({ err: error }, 'The store does not answer');
      return problems.send(reply, refuse('unavailable').error);
    }
  });
}
