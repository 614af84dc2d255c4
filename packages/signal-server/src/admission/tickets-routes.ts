import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { TicketRequest, TicketResponse } from '@rendev/interview-protocol';
import { Type } from 'typebox';
import type { Clock } from '../clock.ts';
import { callerOf } from '../http/api-key-auth.ts';
import { RepeatHeaders, type RepeatableRoute } from '../http/repeatable-requests.ts';
import { problemResponses, type Problems } from '../http/problem-details.ts';
import type { AdmissionService } from './admission-service.ts';

export interface TicketsRoutesOptions {
  readonly admission: AdmissionService;
  readonly problems: Problems;
  readonly clock: Clock;
  readonly repeatable: RepeatableRoute;
}

/** Tickets for people whom the host has logged in. Behind the API key. */
export const ticketsRoutes: FastifyPluginCallbackTypebox<TicketsRoutesOptions> = (
  fastify,
  { admission, problems, clock, repeatable },
  done,
) => {
  fastify.post(
    '/interviews/:id/tickets',
    {
      ...repeatable,
      schema: {
        tags: ['interviews'],
        summary: 'Mint a ticket for a person whom you know',
        security: [{ apiKey: [] }],
        params: Type.Object({ id: Type.String() }),
        headers: RepeatHeaders,
        body: TicketRequest,
        response: { 201: TicketResponse, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const minted = await admission.mint(callerOf(request), params.id, body, clock());
      return minted.ok ? reply.code(201).send(minted.value) : problems.send(reply, minted.error);
    },
  );
  done();
};
