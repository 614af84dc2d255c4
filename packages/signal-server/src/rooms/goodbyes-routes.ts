import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Goodbye } from '@rendev/interview-protocol';
import { Type } from 'typebox';
import type { HostsService } from '../hosts/hosts-service.ts';
import { allowHostPages } from '../http/host-pages.ts';
import { problemResponses } from '../http/problem-details.ts';
import type { ParticipantsService } from './participants-service.ts';

export interface GoodbyesRoutesOptions {
  readonly participants: Pick<ParticipantsService, 'goodbye'>;
  readonly hosts: Pick<HostsService, 'anyHostAllows'>;
}

/** The last word of a page. Public, for pages of the hosts. */
export const goodbyesRoutes: FastifyPluginAsyncTypebox<GoodbyesRoutesOptions> = async (
  fastify,
  { participants, hosts },
) => {
  await allowHostPages(fastify, hosts);
  // A page that closes can send a beacon of text, but has no time to ask by a preflight for more.
  fastify.addContentTypeParser(
    'text/plain',
    { parseAs: 'string' },
    fastify.getDefaultJsonParser('error', 'error'),
  );

  fastify.post(
    '',
    {
      schema: {
        tags: ['entries'],
        summary: 'Say that the page of a participant closes',
        description:
          'The seat then waits for a short time only. The answer is the same whether or not there ' +
          'is such a participant.',
        consumes: ['application/json', 'text/plain'],
        body: Goodbye,
        response: { 204: Type.Null(), ...problemResponses },
      },
    },
    async (request, reply) => {
      await participants.goodbye(request.body);
      // A beacon asks without CORS, and its page would log an answer that it may not have.
      return reply.code(204).header('cross-origin-resource-policy', 'cross-origin').send(null);
    },
  );
};
