import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import {
  DeliveryPage,
  DeliveryQuery,
  Webhook,
  WebhookCreate,
  WebhookDelivery,
  WebhookList,
  WebhookWithSecret,
} from '@rendev/interview-protocol';
import { Type } from 'typebox';
import { callerOf } from '../http/api-key-auth.ts';
import { RepeatHeaders, type RepeatableRoute } from '../http/repeatable-requests.ts';
import { linkToNext } from '../http/link-header.ts';
import { problemResponses, type Problems } from '../http/problem-details.ts';
import type { WebhookDeliveries } from './webhook-deliveries.ts';
import type { WebhooksService } from './webhooks-service.ts';

export interface WebhooksRoutesOptions {
  readonly webhooks: WebhooksService;
  readonly deliveries: WebhookDeliveries;
  readonly problems: Problems;
  readonly repeatable: RepeatableRoute;
}

const params = Type.Object({ id: Type.String() });
const common = { tags: ['webhooks'], security: [{ apiKey: [] }] };

/** Where the events of the calling host go, and what became of them. Behind the API key. */
export const webhooksRoutes: FastifyPluginCallbackTypebox<WebhooksRoutesOptions> = (
  fastify,
  { webhooks, deliveries, problems, repeatable },
  done,
) => {
  fastify.post(
    '/webhooks',
    {
      ...repeatable,
      schema: {
        ...common,
        summary: 'Have events sent to an address; the answer alone shows the signing secret',
        headers: RepeatHeaders,
        body: WebhookCreate,
        response: { 201: WebhookWithSecret, ...problemResponses },
      },
    },
    async (request, reply) => {
      const added = await webhooks.add(callerOf(request).id, request.body);
      return added.ok ? reply.code(201).send(added.value) : problems.send(reply, added.error);
    },
  );

  fastify.get(
    '/webhooks',
    {
      schema: {
        ...common,
        summary: 'List the webhooks',
        response: { 200: WebhookList, ...problemResponses },
      },
    },
    async (request) => ({ items: await webhooks.list(callerOf(request).id) }),
  );

  fastify.delete(
    '/webhooks/:id',
    {
      schema: {
        ...common,
        summary: 'Remove a webhook with what is on its way to it',
        params,
        response: { 204: Type.Null(), ...problemResponses },
      },
    },
    async (request, reply) => {
      const removed = await webhooks.remove(callerOf(request).id, request.params.id);
      return removed.ok ? reply.code(204).send(null) : problems.send(reply, removed.error);
    },
  );

  fastify.post(
    '/webhooks/:id/rotate',
    {
      schema: {
        ...common,
        summary: 'Make a new signing secret; the one before signs too for 24 h',
        params,
        response: { 200: WebhookWithSecret, ...problemResponses },
      },
    },
    async (request, reply) => {
      const rotated = await webhooks.rotate(callerOf(request).id, request.params.id);
      return rotated.ok ? reply.send(rotated.value) : problems.send(reply, rotated.error);
    },
  );

  fastify.post(
    '/webhooks/:id/enable',
    {
      schema: {
        ...common,
        summary: 'Send again to a webhook that was disabled because it answered 410',
        params,
        response: { 200: Webhook, ...problemResponses },
      },
    },
    async (request, reply) => {
      const enabled = await webhooks.enable(callerOf(request).id, request.params.id);
      return enabled.ok ? reply.send(enabled.value) : problems.send(reply, enabled.error);
    },
  );

  fastify.post(
    '/webhooks/:id/test',
    {
      schema: {
        ...common,
        summary: 'Send the event webhook.test',
        params,
        response: { 202: Type.Object({ eventId: Type.String() }), ...problemResponses },
      },
    },
    async (request, reply) => {
      const sent = await webhooks.test(callerOf(request).id, request.params.id);
      return sent.ok
        ? reply.code(202).send({ eventId: sent.value })
        : problems.send(reply, sent.error);
    },
  );

  fastify.get(
    '/webhooks/deliveries',
    {
      schema: {
        ...common,
        summary: 'List deliveries, newest first; state=dead for those that were given up',
        querystring: DeliveryQuery,
        response: { 200: DeliveryPage, ...problemResponses },
      },
    },
    async (request, reply) => {
      const page = await deliveries.list(callerOf(request).id, request.query);
      if (!page.ok) return problems.send(reply, page.error);
      const { nextCursor } = page.value;
      if (nextCursor !== null) void reply.header('link', linkToNext(request.url, nextCursor));
      return reply.send(page.value);
    },
  );

  fastify.post(
    '/webhooks/deliveries/:id/replay',
    {
      schema: {
        ...common,
        summary: 'Deliver again now, whatever became of it',
        params,
        response: { 200: WebhookDelivery, ...problemResponses },
      },
    },
    async (request, reply) => {
      const replayed = await deliveries.replay(callerOf(request).id, request.params.id);
      return replayed.ok ? reply.send(replayed.value) : problems.send(reply, replayed.error);
    },
  );
  done();
};
