import type { FastifyInstance } from 'fastify';
import type { DescribedRoute } from './api-docs.ts';

/**
 * `/openapi.json`, made from the routes' own schemas, and `/docs` to read it. Before the routes. What
 * makes and shows the document is a tenth of the start, and loaded when somebody asks for it.
 */
export function registerOpenApi(fastify: FastifyInstance): void {
  const routes: DescribedRoute[] = [];
  fastify.addHook('onRoute', ({ method, url, schema }) => {
    if (method !== 'HEAD' && schema?.tags) routes.push({ method, url, schema });
  });
  let docs: Promise<FastifyInstance> | undefined;
  for (const path of ['/openapi.json', '/docs', '/docs/*']) {
    fastify.get(path, async ({ url, headers }, reply) => {
      docs ??= import('./api-docs.ts').then(({ createDocs }) => createDocs(routes));
      const answer = await (await docs).inject({ url, headers });
      if (answer.statusCode === 404) {
        reply.callNotFound();
        return reply;
      }
      return reply.code(answer.statusCode).headers(answer.headers).send(answer.rawPayload);
    });
  }
}
