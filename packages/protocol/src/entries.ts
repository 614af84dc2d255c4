import { Type } from 'typebox';
import { InterviewPublic } from './interviews.ts';
import { IceServer, Id, PersonName, Role, Timestamp } from './primitives.ts';

const EntryCommon = { protocol: Type.Integer({ minimum: 1 }) };

/** `POST /v1/entries`: a code, or a ticket that the host's back end minted, becomes a way in. */
export const EntryRequest = Type.Union([
  Type.Object(
    {
      ...EntryCommon,
      code: Type.String({ minLength: 1, maxLength: 100 }),
      name: Type.Optional(PersonName),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { ...EntryCommon, ticket: Type.String({ minLength: 1, maxLength: 4_000 }) },
    { additionalProperties: false },
  ),
]);
export type EntryRequest = Type.Static<typeof EntryRequest>;

/** The door is open: what the lobby shows, and the ticket that joins. */
export const EntryResponse = Type.Object({
  protocol: Type.Integer(),
  ticket: Type.String(),
  ticketExpiresAt: Timestamp,
  role: Role,
  /** `null`: the person has to say their name before they join. */
  name: Type.Union([Type.String(), Type.Null()]),
  interview: InterviewPublic,
  /** Who is inside already. */
  inside: Type.Array(Type.Object({ name: Type.String(), role: Role })),
  iceServers: Type.Array(IceServer),
  serverTime: Timestamp,
});
export type EntryResponse = Type.Static<typeof EntryResponse>;

/**
 * `GET /v1/entries/changes`: for a page in the countdown or the lobby. Answers as soon as the
 * interview is not of this version any more, else after some seconds.
 */
export const EntryChangesQuery = Type.Object(
  { interview: Id, version: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);

/** Ask at the door again: it tells what became of the interview. */
export const EntryChanged = Type.Object({ changed: Type.Boolean() });
export type EntryChanged = Type.Static<typeof EntryChanged>;

/** `POST /v1/interviews/:id/tickets`: for a person whom the host has logged in. */
export const TicketRequest = Type.Object(
  {
    role: Role,
    name: PersonName,
    /** The host's own id of the person: the same subject takes the same seat. Stored as a hash. */
    subject: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    /** Life of the ticket in seconds. */
    expiresIn: Type.Optional(Type.Integer({ minimum: 30, maximum: 86_400, default: 900 })),
  },
  { additionalProperties: false },
);
export type TicketRequest = Type.Static<typeof TicketRequest>;

export const TicketResponse = Type.Object({
  ticket: Type.String(),
  expiresAt: Timestamp,
  interviewId: Type.String(),
});
export type TicketResponse = Type.Static<typeof TicketResponse>;

/**
 * Problem details of RFC 9457, media type application/problem+json. `code` is one of ERROR_CODES.
 * Refusals of an entry add the times that a countdown needs.
 */
export const ProblemDetails = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  retryable: Type.Boolean(),
  serverTime: Timestamp,
  /** With `too-early`, `expired`, `canceled`, `ended` and `full`. */
  interview: Type.Optional(InterviewPublic),
  /** With `rate-limited`: ms to wait. REST answers also carry Retry-After in seconds. */
  retryAfterMs: Type.Optional(Type.Integer({ minimum: 0 })),
  /** With `bad-request`: what does not fit, and where (a JSON pointer). */
  errors: Type.Optional(
    Type.Array(Type.Object({ path: Type.String(), message: Type.String() }), { maxItems: 20 }),
  ),
});
export type ProblemDetails = Type.Static<typeof ProblemDetails>;
