import type { FastifyRequest } from 'fastify';
import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * The structured log. Requests appear with method and path: no address, no bodies, no headers, no
 * query string, and no path that is none of ours, since what is typed or signed could stand there.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: ['authorization', '*.authorization', '*.headers.authorization'],
    serializers: {
      req: (request: FastifyRequest) => ({
        method: request.method,
        path: pathOf(request),
      }),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** With the ids of our own routes; what no route, or a wildcard, matched is anybody's text. */
function pathOf(request: FastifyRequest): string | undefined {
  if (request.is404) return undefined;
  const { url = '' } = request.routeOptions;
  return url.includes('*') ? url : request.url.split('?', 1)[0];
}
