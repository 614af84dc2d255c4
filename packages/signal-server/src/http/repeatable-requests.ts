import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { hashSecret } from '../ids.ts';
import { refuse } from '../result.ts';
import { callerOf } from './api-key-auth.ts';
import type { IdempotencyKeys, RepeatableRequest } from './idempotency-keys.ts';
import type { Problems } from './problem-details.ts';

const BEGUN = 'begunRequest';
const KEY = /^[\x21-\x7e]{1,255}$/;

/** For the schema of a route that takes a `RepeatableRoute`. */
export const RepeatHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({ description: 'Repeated within 24 h, the request is answered as the first one' }),
  ),
});

/** What a route takes among its options to keep to `Idempotency-Key`. */
export interface RepeatableRoute {
  readonly preHandler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

/**
 * Lets hosts repeat a POST: with the same `Idempotency-Key` and body the first answer comes again,
 * for 24 hours, with `Idempotency-Replayed: true`. Only answers that did something are kept.
 * For a scope behind `requireApiKey`; its routes opt in by the options that this returns.
 */
export function allowRepeats(
  scope: FastifyInstance,
  keys: IdempotencyKeys,
  problems: Problems,
): RepeatableRoute {
  scope.decorateRequest(BEGUN, null);
  scope.addHook('onSend', async (request, reply, payload) => {
    const begun = request.getDecorator<RepeatableRequest | null>(BEGUN);
    if (begun === null) return payload;
    request.setDecorator(BEGUN, null);
    const isDone = reply.statusCode < 300 && typeof payload === 'string';
    if (isDone) await keys.finish(begun, { status: reply.statusCode, body: payload });
    else await keys.forget(begun);
    return payload;
  });

  return {
    async preHandler(request, reply) {
      const key = request.headers['idempotency-key'];
      if (key === undefined) return;
      if (typeof key !== 'string' || !KEY.test(key)) {
        const message = 'must have 1 to 255 visible ASCII characters';
        const errors = [{ path: '/headers/idempotency-key', message }];
        return problems.send(reply, refuse('bad-request', { errors }).error);
      }
      const hash = hashSecret(
        [request.method, request.url, JSON.stringify(request.body)].join(' '),
      );
      const asked = { hostId: callerOf(request).id, key, hash };
      const begun = await keys.begin(asked);
      if (!begun.ok) return problems.send(reply, begun.error);
      if (begun.value === undefined) {
        request.setDecorator<RepeatableRequest | null>(BEGUN, asked);
        return;
      }
      return reply
        .code(begun.value.status)
        .header('idempotency-replayed', 'true')
        .type('application/json; charset=utf-8')
        .serializer((body: string) => body)
        .send(begun.value.body);
    },
  };
}
