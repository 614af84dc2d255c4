import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance, type RouteOptions } from 'fastify';

/** A route as the document tells of it. */
export type DescribedRoute = Pick<RouteOptions, 'method' | 'url' | 'schema'>;

/** Unlike the plugin's own, this one lets the page work over plain HTTP in a private network. */
const DOCUMENT_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; " +
  "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A site of `/openapi.json` and `/docs` that does not listen: requests are injected. */
export async function createDocs(routes: readonly DescribedRoute[]): Promise<FastifyInstance> {
  const site = Fastify({ exposeHeadRoutes: false });
  // The routes are told of here and answered elsewhere: nothing is checked.
  site.setValidatorCompiler(() => () => true);
  site.setSerializerCompiler(() => JSON.stringify);
  site.setNotFoundHandler((_request, reply) => reply.code(404).send());
  await site.register(swagger, {
    hideUntagged: true,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'renDev Interview',
        version: '1',
        description:
          'Interviews for the back ends of host sites, and the door for people with a code. ' +
          'Every refusal is RFC 9457 problem details with a stable `code`.',
      },
      tags: [
        { name: 'interviews', description: 'For the back end of a host, with its API key' },
        { name: 'webhooks', description: 'Where the events of a host go' },
        { name: 'entries', description: 'For the widget' },
      ],
      components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
    },
  });
  await site.register(swaggerUi, { routePrefix: '/docs', staticCSP: DOCUMENT_POLICY });
  site.get('/openapi.json', () => site.swagger());
  for (const route of routes) site.route({ ...route, handler: () => undefined });
  return site;
}
