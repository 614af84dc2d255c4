import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { InterviewSummary } from '@rendev/interview-protocol';
import { Type } from 'typebox';
import { callerOf } from '../http/api-key-auth.ts';
import { problemResponses, type Problems } from '../http/problem-details.ts';
import type { InterviewsService } from '../interviews/interviews-service.ts';
import type { SummariesService } from './summaries-service.ts';

export interface SummaryRoutesOptions {
  readonly interviews: Pick<InterviewsService, 'get'>;
  readonly summaries: Pick<SummariesService, 'of'>;
  readonly problems: Problems;
}

/** What came of an interview. Behind the API key. */
export const summaryRoutes: FastifyPluginCallbackTypebox<SummaryRoutesOptions> = (
  fastify,
  { interviews, summaries, problems },
  done,
) => {
  fastify.get(
    '/interviews/:id/summary',
    {
      schema: {
        tags: ['interviews'],
        security: [{ apiKey: [] }],
        summary: 'Read who was there, for how long and how well; while it lasts, so far',
        params: Type.Object({ id: Type.String() }),
        response: { 200: InterviewSummary, ...problemResponses },
      },
    },
    async (request, reply) => {
      const owned = await interviews.get(callerOf(request), request.params.id);
      return owned.ok
        ? reply.send(await summaries.of(owned.value.id))
        : problems.send(reply, owned.error);
    },
  );
  done();
};
