import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addressGroup } from '../admission/address-group.ts';
import type { Host, HostsService } from '../hosts/hosts-service.ts';
import { hashSecret } from '../ids.ts';
import { refuse } from '../result.ts';
import type { Problems } from './problem-details.ts';

const CALLER = 'caller';

interface Caller {
  readonly host: Host;
  readonly apiKey: string;
}

/**
 * Every route of the scope takes an API key as a bearer token (RFC 6750), or answers 401. The key is
 * looked up before a limit of requests counts, and refused after it, so that `askerOf` is known.
 */
export function requireApiKey(
  scope: FastifyInstance,
  hosts: Pick<HostsService, 'authenticate'>,
  problems: Problems,
): void {
  scope.decorateRequest(CALLER);
  scope.addHook('onRequest', async (request) => {
    const [, apiKey] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const host = apiKey === undefined ? undefined : await hosts.authenticate(apiKey);
    if (host && apiKey !== undefined) request.setDecorator<Caller>(CALLER, { host, apiKey });
  });
  scope.addHook('preParsing', async (request, reply) => {
    if (request.getDecorator<Caller | undefined>(CALLER)) return;
    return problems.send(reply.header('www-authenticate', 'Bearer'), refuse('unauthorized').error);
  });
}

/** The host whose back end asks; for routes behind `requireApiKey`. */
export const callerOf = (request: FastifyRequest): Host =>
  request.getDecorator<Caller>(CALLER).host;

/**
 * What counts as one asker behind `requireApiKey`: a good key, wherever it is used, else the address.
 * A key that is none must not count for itself: whoever makes up a new one each time had no limit.
 */
export function askerOf(request: FastifyRequest): string {
  const caller = request.getDecorator<Caller | undefined>(CALLER);
  return caller ? hashSecret(caller.apiKey) : addressGroup(request.ip);
}
