import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** Unlike the plugin's own, this one lets the page work over plain HTTP in a private network. */
const DOCUMENT_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

/** `/openapi.json`, made from the routes' own schemas, and `/docs` to read it. Before the routes. */
export async function registerOpenApi(fastify: FastifyInstance): Promise<void> {
  await fastify.register(swagger, {
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
  await fastify.register(swaggerUi, { routePrefix: '/docs', staticCSP: DOCUMENT_POLICY });
  fastify.get('/openapi.json', () => fastify.swagger());
}
