import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client';

/**
 * `/metrics` in Prometheus' text format: what the registry has of the rooms, the process, requests by
 * route and status, and which secret signs TURN credentials, so that a rotation can be seen to have
 * reached every server.
 */
export function registerMetrics(
  fastify: FastifyInstance,
  registry: Registry,
  turnSecretId: () => string | undefined,
): void {
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'rendev_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });

  if (turnSecretId() !== undefined) {
    new Gauge({
      name: 'rendev_turn_signing_secret',
      help: 'Always 1; secret_id names the secret that signs TURN credentials',
      labelNames: ['secret_id'],
      registers: [registry],
      collect() {
        const id = turnSecretId();
        this.reset();
        if (id !== undefined) this.set({ secret_id: id }, 1);
      },
    });
  }

  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const { method } = request;
    requests.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
    done();
  });
  fastify.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
