import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { EntryRequest, EntryResponse } from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';
import type { HostsService } from '../hosts/hosts-service.ts';
import { allowHostPages } from '../http/host-pages.ts';
import { problemResponses, type Problems } from '../http/problem-details.ts';
import type { AdmissionService } from './admission-service.ts';

export interface EntriesRoutesOptions {
  readonly admission: AdmissionService;
  readonly hosts: Pick<HostsService, 'anyHostAllows'>;
  readonly problems: Problems;
  readonly clock: Clock;
}

/** The door: public, for pages of the hosts. */
export const entriesRoutes: FastifyPluginAsyncTypebox<EntriesRoutesOptions> = async (
  fastify,
  { admission, hosts, problems, clock },
) => {
  await allowHostPages(fastify, hosts);

  fastify.post(
    '',
    {
      schema: {
        tags: ['entries'],
        summary: 'Exchange a code, or a ticket of the host, for a way in',
        body: EntryRequest,
        response: { 200: EntryResponse, ...problemResponses },
      },
    },
    async (request, reply) => {
      const entered = await admission.enter(request.body, {
        ip: request.ip,
        origin: request.headers.origin,
        now: clock(),
      });
      return entered.ok
        ? reply.header('cache-control', 'no-store').send(entered.value)
        : problems.send(reply, entered.error);
    },
  );
};
