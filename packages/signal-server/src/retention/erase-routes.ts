import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Interview } from '@rendev/interview-protocol';
import { Type } from 'typebox';
import type { Clock } from '../clock.ts';
import { callerOf } from '../http/api-key-auth.ts';
import { entityTag } from '../http/entity-tags.ts';
import { problemResponses, type Problems } from '../http/problem-details.ts';
import type { RetentionService } from './retention-service.ts';

export interface EraseRoutesOptions {
  readonly retention: Pick<RetentionService, 'erase'>;
  readonly problems: Problems;
  readonly clock: Clock;
}

/** Erasure on demand. Behind the API key. */
export const eraseRoutes: FastifyPluginCallbackTypebox<EraseRoutesOptions> = (
  fastify,
  { retention, problems, clock },
  done,
) => {
  fastify.post(
    '/interviews/:id/erase',
    {
      schema: {
        tags: ['interviews'],
        security: [{ apiKey: [] }],
        summary: 'Erase messages, names and title of an interview that is over, for good',
        params: Type.Object({ id: Type.String() }),
        response: { 200: Interview, ...problemResponses },
      },
    },
    async (request, reply) => {
      const erased = await retention.erase(callerOf(request), request.params.id, clock());
      return erased.ok
        ? reply.header('etag', entityTag(erased.value)).send(erased.value)
        : problems.send(reply, erased.error);
    },
  );
  done();
};
