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
import { entityTag, isKnown, readIfMatch } from '../http/entity-tags.ts';
import { RepeatHeaders, type RepeatableRoute } from '../http/repeatable-requests.ts';
import { linkToNext } from '../http/link-header.ts';
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
  readonly repeatable: RepeatableRoute;
}

const params = Type.Object({ id: Type.String() });
const MatchHeaders = Type.Object({
  'if-match': Type.Optional(Type.String({ description: 'The ETag that the change is meant for' })),
});

const common = { tags: ['interviews'], security: [{ apiKey: [] }] };

/** Interviews of the calling host. Behind the API key. */
export const interviewsRoutes: FastifyPluginCallbackTypebox<InterviewsRoutesOptions> = (
  fastify,
  { interviews, messages, problems, repeatable },
  done,
) => {
  const answer = (reply: FastifyReply, result: Result<Interview>) =>
    result.ok
      ? reply.header('etag', entityTag(result.value)).send(result.value)
      : problems.send(reply, result.error);

  fastify.post(
    '/interviews',
    {
      ...repeatable,
      schema: {
        ...common,
        summary: 'Reserve an interview; with the same externalId and time, find it again (200)',
        headers: RepeatHeaders,
        body: InterviewCreate,
        response: { 200: InterviewCreated, 201: InterviewCreated, ...problemResponses },
      },
    },
    async (request, reply) => {
      const result = await interviews.create(callerOf(request), request.body);
      if (!result.ok) return problems.send(reply, result.error);
      const { created, interview } = result.value;
      const answered = reply.code(created ? 201 : 200).header('etag', entityTag(interview));
      return answered.send(interview);
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
    async (request, reply) => {
      const page = await interviews.list(callerOf(request), request.query);
      if (!page.ok) return problems.send(reply, page.error);
      const { nextCursor } = page.value;
      if (nextCursor !== null) void reply.header('link', linkToNext(request.url, nextCursor));
      return reply.send(page.value);
    },
  );

  fastify.get(
    '/interviews/:id',
    {
      schema: {
        ...common,
        summary: 'Read an interview',
        params,
        headers: Type.Object({ 'if-none-match': Type.Optional(Type.String()) }),
        response: { 200: Interview, 304: Type.Null(), ...problemResponses },
      },
    },
    async (request, reply) => {
      const found = await interviews.get(callerOf(request), request.params.id);
      if (!found.ok || !isKnown(request, found.value)) return answer(reply, found);
      return reply.code(304).header('etag', entityTag(found.value)).send(null);
    },
  );

  fastify.patch(
    '/interviews/:id',
    {
      schema: {
        ...common,
        summary: 'Change or move an interview',
        params,
        headers: MatchHeaders,
        body: InterviewPatch,
        response: { 200: Interview, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const match = readIfMatch(request);
      if (!match.ok) return problems.send(reply, match.error);
      return answer(reply, await interviews.patch(callerOf(request), params.id, body, match.value));
    },
  );

  fastify.delete(
    '/interviews/:id',
    {
      schema: {
        ...common,
        summary: 'Cancel an interview',
        params,
        headers: MatchHeaders,
        response: { 200: Interview, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const match = readIfMatch(request);
      if (!match.ok) return problems.send(reply, match.error);
      return answer(reply, await interviews.cancel(callerOf(request).id, id, match.value));
    },
  );

  fastify.post(
    '/interviews/:id/end',
    {
      schema: {
        ...common,
        summary: 'End an interview for everybody',
        params,
        headers: MatchHeaders,
        response: { 200: Interview, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const match = readIfMatch(request);
      if (!match.ok) return problems.send(reply, match.error);
      return answer(reply, await interviews.end(callerOf(request).id, id, match.value));
    },
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
