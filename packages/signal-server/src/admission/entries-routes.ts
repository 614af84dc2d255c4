import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  EntryChanged,
  EntryChangesQuery,
  EntryRequest,
  EntryResponse,
} from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';
import type { HostsService } from '../hosts/hosts-service.ts';
import { allowHostPages } from '../http/host-pages.ts';
import { problemResponses, type Problems } from '../http/problem-details.ts';
import { refuse } from '../result.ts';
import type { RoomMetrics } from '../rooms/room-metrics.ts';
import type { AdmissionService } from './admission-service.ts';
import type { DoorWatch } from './door-watch.ts';

export interface EntriesRoutesOptions {
  readonly admission: AdmissionService;
  readonly watch: Pick<DoorWatch, 'until'>;
  readonly hosts: Pick<HostsService, 'anyHostAllows'>;
  readonly metrics: Pick<RoomMetrics, 'refused'>;
  readonly problems: Problems;
  readonly clock: Clock;
}

/** The door: public, for pages of the hosts. */
export const entriesRoutes: FastifyPluginAsyncTypebox<EntriesRoutesOptions> = async (
  fastify,
  { admission, watch, hosts, metrics, problems, clock },
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
      if (entered.ok) return reply.header('cache-control', 'no-store').send(entered.value);
      metrics.refused('entry', entered.error.code);
      return problems.send(reply, entered.error);
    },
  );

  fastify.get(
    '/changes',
    {
      schema: {
        tags: ['entries'],
        summary: 'Wait at the door until the interview changes, for 25 s at most',
        description:
          'Says nothing of the interview but that it is not of this version any more: ask at the ' +
          'door again. A page asks anew after each answer, for as long as it stays at the door.',
        querystring: EntryChangesQuery,
        response: { 200: EntryChanged, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { interview, version } = request.query;
      const gone = new AbortController();
      reply.raw.once('close', () => {
        gone.abort();
      });
      const changed = await watch.until(interview, version, gone.signal);
      return changed === undefined
        ? problems.send(reply, refuse('not-found').error)
        : reply.header('cache-control', 'no-store').send({ changed });
    },
  );
};
