import {
  ERROR_CODES,
  ProblemDetails,
  type ErrorCode,
  type ProblemDetails as Problem,
} from '@rendev/interview-protocol';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { toTimestamp, type Clock } from '../clock.ts';
import { isAway, isUnstorable } from '../storage/store-fault.ts';
import { isRetryable, refuse, type Refusal } from '../result.ts';

const MEDIA_TYPE = 'application/problem+json';
const ERRORS_MAX = 20;

/** For the OpenAPI of a route: what each refusal looks like. */
export const problemResponses = {
  '4xx': {
    description: 'Refused; `code` says why',
    content: { [MEDIA_TYPE]: { schema: ProblemDetails } },
  },
};

/** Answers every refusal and failure as problem details (RFC 9457). */
export interface Problems {
  /** Sends an expected refusal. */
  send(reply: FastifyReply, refusal: Refusal, status?: number): FastifyReply;
  /** Answers an error of Fastify itself, a plugin or a bug. */
  answer(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply;
}

export function createProblems(clock: Clock): Problems {
  const send: Problems['send'] = (reply, refusal, status) => {
    const problem = toProblem(refusal, clock(), status);
    if (problem.retryAfterMs !== undefined) {
      void reply.header('retry-after', Math.ceil(problem.retryAfterMs / 1_000));
    }
    return reply.code(problem.status).type(MEDIA_TYPE).send(problem);
  };
  const answer: Problems['answer'] = (error, request, reply) => {
    const code = codeOf(error);
    if (code === 'internal') request.log.error({ err: error }, 'A request failed');
    const retryAfterMs = Number(reply.getHeader('retry-after')) * 1_000;
    const refusal = { ...refusalOf(error, code), ...(retryAfterMs > 0 && { retryAfterMs }) };
    return send(reply, refusal, error.statusCode === 415 ? 415 : undefined);
  };
  return { send, answer };
}

function toProblem(refusal: Refusal, now: number, status?: number): Problem {
  const { code, detail, retryAfterMs, interview, errors } = refusal;
  return {
    type: `urn:rendev:error:${code}`,
    title: ERROR_CODES[code].title,
    status: status ?? ERROR_CODES[code].status,
    code,
    retryable: isRetryable(code),
    serverTime: toTimestamp(now),
    ...(detail !== undefined && { detail }),
    ...(retryAfterMs !== undefined && { retryAfterMs: Math.ceil(retryAfterMs) }),
    ...(interview !== undefined && { interview }),
    ...(errors !== undefined && { errors: errors.slice(0, ERRORS_MAX) }),
  };
}

function codeOf(error: FastifyError): ErrorCode {
  const { statusCode = 500, validation } = error;
  if (isAway(error)) return 'unavailable';
  if (validation || isUnstorable(error)) return 'bad-request';
  switch (statusCode) {
    case 404:
      return 'not-found';
    case 413:
      return 'payload-too-large';
    case 429:
      return 'rate-limited';
    case 503:
      return 'unavailable';
    default:
      return statusCode >= 400 && statusCode < 500 ? 'bad-request' : 'internal';
  }
}

/** The texts of Fastify's own errors stay inside, except where they tell what does not fit. */
function refusalOf(error: FastifyError, code: ErrorCode): Refusal {
  if (error.validation) {
    const errors = error.validation.map(({ instancePath, message = 'does not fit' }) => ({
      path: instancePath,
      message,
    }));
    return refuse(code, { errors }).error;
  }
  if (error.statusCode === 415) {
    return refuse(code, { detail: 'The body must be application/json.' }).error;
  }
  if (isUnstorable(error)) return refuse(code, { detail: 'A text cannot be stored.' }).error;
  if (code === 'bad-request') return refuse(code, { detail: 'The body must be JSON.' }).error;
  return refuse(code).error;
}
