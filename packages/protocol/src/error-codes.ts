interface ErrorCodeFacts {
  /** HTTP status of the problem details that carry the code. */
  readonly status: number;
  /** Whether the same request may succeed later without a change. */
  readonly retryable: boolean;
  /** Plain English for a developer; what a person sees is the widget's own text. */
  readonly title: string;
}

/**
 * Every error that the server can answer with, over REST (RFC 9457 problem details, member `code`),
 * in an acknowledgement, in a refused handshake and in `session:closed`. The list is closed: a code
 * is never renamed or used for something else.
 */
export const ERROR_CODES = {
  // who may come in
  'code-invalid': { status: 404, retryable: false, title: 'No interview has this code' },
  'too-early': { status: 403, retryable: true, title: 'The interview has not opened yet' },
  expired: { status: 410, retryable: false, title: 'The time window of the interview is over' },
  canceled: { status: 410, retryable: false, title: 'The interview was canceled' },
  ended: { status: 410, retryable: false, title: 'The interview has ended' },
  full: { status: 409, retryable: true, title: 'The room is full' },
  rejected: {
    status: 403,
    retryable: false,
    title: 'An interviewer declined the request to enter',
  },
  removed: { status: 403, retryable: false, title: 'An interviewer removed the participant' },
  'name-required': { status: 400, retryable: false, title: 'A name is needed to enter' },
  'ticket-invalid': { status: 401, retryable: false, title: 'The ticket is not valid' },
  'ticket-expired': { status: 401, retryable: false, title: 'The ticket has expired' },
  'resume-invalid': { status: 401, retryable: false, title: 'The resume token is not known' },
  'duplicate-session': {
    status: 409,
    retryable: false,
    title: 'The same participant connected from another page, which has taken the seat',
  },
  'origin-forbidden': { status: 403, retryable: false, title: 'The origin is not allowed' },
  'protocol-unsupported': {
    status: 400,
    retryable: false,
    title: 'The protocol version of the other side is not supported',
  },

  // who may ask
  unauthorized: { status: 401, retryable: false, title: 'The API key is missing or not valid' },
  forbidden: { status: 403, retryable: false, title: 'The role does not allow this' },
  'not-admitted': { status: 403, retryable: true, title: 'The participant is not admitted yet' },
  'rate-limited': { status: 429, retryable: true, title: 'Too many requests' },

  // what was asked
  'bad-request': { status: 400, retryable: false, title: 'The request does not match its schema' },
  'payload-too-large': { status: 413, retryable: false, title: 'The request is too large' },
  'not-found': { status: 404, retryable: false, title: 'There is nothing here' },
  conflict: { status: 409, retryable: false, title: 'The state of the resource forbids this' },
  'changed-meanwhile': {
    status: 412,
    retryable: false,
    title: 'The resource is not the version that If-Match names',
  },
  'idempotency-key-reused': {
    status: 422,
    retryable: false,
    title: 'The Idempotency-Key was sent before with another request',
  },
  'request-in-progress': {
    status: 409,
    retryable: true,
    title: 'The first request with this Idempotency-Key is not answered yet',
  },
  'time-invalid': { status: 400, retryable: false, title: 'A time or time zone is not valid' },
  'window-invalid': { status: 400, retryable: false, title: 'The time window is not valid' },
  'code-taken': { status: 409, retryable: false, title: 'Another live interview has this code' },
  'target-invalid': {
    status: 400,
    retryable: false,
    title: 'Webhooks are not sent to this address',
  },
  'unknown-event': { status: 400, retryable: false, title: 'There is no such event' },
  'participant-unknown': {
    status: 404,
    retryable: false,
    title: 'The participant is not in this room, or its page is another one by now',
  },
  'description-invalid': {
    status: 400,
    retryable: false,
    title: 'The session description or candidate is not valid',
  },
  'message-empty': { status: 400, retryable: false, title: 'The message has no text' },
  'message-too-long': { status: 400, retryable: false, title: 'The message is too long' },

  // the server itself
  unavailable: { status: 503, retryable: true, title: 'The server is closing or not ready' },
  internal: { status: 500, retryable: true, title: 'The server failed' },
} as const satisfies Record<string, ErrorCodeFacts>;

export type ErrorCode = keyof typeof ERROR_CODES;

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
}
