import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import {
  ChatPage,
  Interview,
  InterviewCreate,
  InterviewCreated,
  InterviewPage,
  InterviewPatch,
  InterviewQuery,
  LIMITS,
  MessagesQuery,
} from '@rendev/interview-protocol';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { callerOf } from '../http/api-key-auth.ts';
import { problemResponses, type Problems } from '../http/problem-details.ts';
import type { Result } from '../result.ts';
import type { InterviewsService } from './interviews-service.ts';

/** The log of an interview, for its host. */
interface MessageReader {
  since(interviewId: string, seq: number, limit: number): Promise<ChatPage>;
}

export interface InterviewsRoutesOptions {
  readonly interviews: InterviewsService;
  readonly messages: MessageReader;
  readonly problems: Problems;
}

const params = Type.Object({ id: Type.String() });
const common = { tags: ['interviews'], security: [{ apiKey: [] }] };

/** Interviews of the calling host. Behind the API key. */
export const interviewsRoutes: FastifyPluginCallbackTypebox<InterviewsRoutesOptions> = (
  fastify,
  { interviews, messages, problems },
  done,
) => {
  const answer = <T>(reply: FastifyReply, result: Result<T>) =>
    result.ok ? reply.send(result.value) : problems.send(reply, result.error);

  fastify.post(
    '/interviews',
    {
      schema: {
        ...common,
        summary: 'Reserve an interview; with the same externalId and time, find it again (200)',
        body: InterviewCreate,
        response: { 200: InterviewCreated, 201: InterviewCreated, ...problemResponses },
      },
    },
    async (request, reply) => {
      const result = await interviews.create(callerOf(request), request.body);
      if (!result.ok) return problems.send(reply, result.error);
      return reply.code(result.value.created ? 201 : 200).send(result.value.interview);
    },
  );

  fastify.get(
    '/interviews',
    {
      schema: {
        ...common,
        summary: 'List interviews, newest first',
        querystring: InterviewQuery,
        response: { 200: InterviewPage, ...problemResponses },
      },
    },
    async (request, reply) =>
      answer(reply, await interviews.list(callerOf(request), request.query)),
  );

  fastify.get(
    '/interviews/:id',
    {
      schema: {
        ...common,
        summary: 'Read an interview',
        params,
        response: { 200: Interview, ...problemResponses },
      },
    },
    async (request, reply) =>
      answer(reply, await interviews.get(callerOf(request), request.params.id)),
  );

  fastify.patch(
    '/interviews/:id',
    {
      schema: {
        ...common,
        summary: 'Change or move an interview',
        params,
        body: InterviewPatch,
        response: { 200: Interview, ...problemResponses },
      },
    },
    async (request, reply) =>
      answer(reply, await interviews.patch(callerOf(request), request.params.id, request.body)),
  );

  fastify.delete(
    '/interviews/:id',
    {
      schema: {
        ...common,
        summary: 'Cancel an interview',
        params,
        response: { 200: Interview, ...problemResponses },
      },
    },
    async (request, reply) =>
      answer(reply, await interviews.cancel(callerOf(request).id, request.params.id)),
  );

  fastify.post(
    '/interviews/:id/end',
    {
      schema: {
        ...common,
        summary: 'End an interview for everybody',
        params,
        response: { 200: Interview, ...problemResponses },
      },
    },
    async (request, reply) =>
      answer(reply, await interviews.end(callerOf(request).id, request.params.id)),
  );

  fastify.get(
    '/interviews/:id/messages',
    {
      schema: {
        ...common,
        summary: 'Read the messages after a sequence',
        params,
        querystring: MessagesQuery,
        response: { 200: ChatPage, ...problemResponses },
      },
    },
    async (request, reply) => {
      const owned = await interviews.get(callerOf(request), request.params.id);
      if (!owned.ok) return problems.send(reply, owned.error);
      const since = request.query.since ?? 0;
      return reply.send(await messages.since(owned.value.id, since, LIMITS.messagesPerPage));
    },
  );
  done();
};
