import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Host, HostsService } from '../hosts/hosts-service.ts';
import { refuse } from '../result.ts';
import type { Problems } from './problem-details.ts';

const CALLER = 'caller';

/** Every route of the scope takes an API key as a bearer token (RFC 6750), or answers 401. */
export function requireApiKey(
  scope: FastifyInstance,
  hosts: Pick<HostsService, 'authenticate'>,
  problems: Problems,
): void {
  scope.decorateRequest(CALLER);
  scope.addHook('onRequest', async (request, reply) => {
    const [, apiKey] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const host = apiKey === undefined ? undefined : await hosts.authenticate(apiKey);
    if (host) {
      request.setDecorator(CALLER, host);
      return;
    }
    return problems.send(reply.header('www-authenticate', 'Bearer'), refuse('unauthorized').error);
  });
}

/** The host whose back end asks; for routes behind `requireApiKey`. */
export const callerOf = (request: FastifyRequest): Host => request.getDecorator<Host>(CALLER);
