import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Overview, OverviewQuery } from '@rendev/interview-protocol';
import { callerOf } from '../http/api-key-auth.ts';
import { problemResponses } from '../http/problem-details.ts';
import type { Database } from '../storage/database.ts';
import { readOverview } from './overview.ts';

/** What goes on at a time. Behind the API key. */
export const overviewRoutes: FastifyPluginCallbackTypebox<{ readonly db: Database }> = (
  fastify,
  { db },
  done,
) => {
  fastify.get(
    '/overview',
    {
      schema: {
        tags: ['interviews'],
        security: [{ apiKey: [] }],
        summary: 'See the interviews of a time, 200 at most, and who is inside',
        querystring: OverviewQuery,
        response: { 200: Overview, ...problemResponses },
      },
    },
    (request) => readOverview(db, callerOf(request), request.query),
  );
  done();
};
