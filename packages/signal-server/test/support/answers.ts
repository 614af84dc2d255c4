import assert from 'node:assert/strict';
import {
  EntryResponse,
  Interview,
  InterviewCreated,
  PROTOCOL_VERSION,
  ProblemDetails,
  type ErrorCode,
  type InterviewCreate,
} from '@rendev/interview-protocol';
import type { TSchema } from 'typebox';
import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { toTimestamp } from '../../src/clock.ts';
import { HOST_ORIGIN, type Answer, type RestServer } from './rest-server.ts';

/** The body of an answer, which must have this status and keep to this schema. */
export function bodyOf<T extends TSchema>(answer: Answer, status: number, schema: T): Static<T> {
  assert.equal(answer.status, status, JSON.stringify(answer.body));
  const misfits = Value.Errors(schema, answer.body).map(({ instancePath }) => instancePath);
  assert.deepEqual(misfits, [], JSON.stringify(answer.body));
  return answer.body as Static<T>;
}

/** Asserts problem details (RFC 9457) with this code, and returns them. */
export function problemOf(answer: Answer, status: number, code: ErrorCode): ProblemDetails {
  const problem = bodyOf(answer, status, ProblemDetails);
  assert.equal(problem.code, code, JSON.stringify(problem));
  assert.equal(problem.status, status);
  assert.equal(problem.type, `urn:rendev:error:${code}`);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
  return problem;
}

/** Reserves an interview at the server's present moment, so that it is open. */
export async function reserve(
  server: RestServer,
  input: Partial<InterviewCreate> = {},
): Promise<InterviewCreated> {
  const body = { scheduledAt: toTimestamp(server.clock.now), ...input };
  return bodyOf(await server.ask('POST', '/v1/interviews', body), 201, InterviewCreated);
}

export const readInterview = async (server: RestServer, id: string): Promise<Interview> =>
  bodyOf(await server.ask('GET', `/v1/interviews/${id}`), 200, Interview);

/** Asks at the door as the widget in the host's page does. */
export const knock = (
  server: RestServer,
  request: { code: string; name?: string } | { ticket: string },
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  server.ask(
    'POST',
    '/v1/entries',
    { protocol: PROTOCOL_VERSION, ...request },
    { apiKey: null, headers: { origin: HOST_ORIGIN, ...headers } },
  );

export const enter = async (
  server: RestServer,
  request: { code: string; name?: string } | { ticket: string },
): Promise<EntryResponse> => bodyOf(await knock(server, request), 200, EntryResponse);

/** The code of an interview that the server made. */
export function codeOf(interview: InterviewCreated, person?: number): string {
  const code = person === undefined ? interview.code : interview.participants[person]?.code;
  assert.ok(code, 'the server made no code');
  return code;
}
