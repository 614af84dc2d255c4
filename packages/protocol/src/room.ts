import { Type } from 'typebox';
import { ChatMark, ChatPage } from './chat.ts';
import { InterviewPublic } from './interviews.ts';
import { LeaveReason, MediaState, Participant } from './participants.ts';
import { LIMITS } from './limits.ts';
import { Epoch, IceServer, Id, LinkId, PersonName, Sequence, Timestamp } from './primitives.ts';
import { REACTIONS } from './reactions.ts';
import { OpenOffer } from './signaling.ts';

const JoinCommon = {
  protocol: Type.Integer({ minimum: 1 }),
  epoch: Epoch,
  /** Highest chat sequence that this page has; 0 for none. */
  since: Sequence,
  media: MediaState,
  /** One for each person who may be inside; saves the round trip of asking who is there first. */
  offers: Type.Optional(Type.Array(OpenOffer, { maxItems: LIMITS.participantsMax - 1 })),
};

/** `auth` of the Socket.IO handshake. The handshake is the join. */
export const JoinRequest = Type.Union([
  Type.Object(
    {
      ...JoinCommon,
      ticket: Type.String({ minLength: 1, maxLength: 4_000 }),
      /** Needed when the entry answered `name: null`; ignored when the ticket names the person. */
      name: Type.Optional(PersonName),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { ...JoinCommon, resumeToken: Type.String({ minLength: 20, maxLength: 200 }) },
    { additionalProperties: false },
  ),
]);
export type JoinRequest = Type.Static<typeof JoinRequest>;

/**
 * The truth about the room, sent on every connect and again when a waiting person is admitted.
 * A person who waits sees only themselves: no other participant, no message.
 */
export const RoomSnapshot = Type.Object({
  protocol: Type.Integer(),
  serverTime: Timestamp,
  interview: InterviewPublic,
  self: Participant,
  /** Comes back into the same seat within and after the grace time, while the interview is open. */
  resumeToken: Type.String(),
  /** Everybody else. */
  participants: Type.Array(Participant),
  /** Messages after `since`. */
  chat: ChatPage,
  readMarks: Type.Array(ChatMark),
  /** Of those whose page has received more than they have read. */
  deliveredMarks: Type.Array(ChatMark),
  iceServers: Type.Array(IceServer),
  /** Who was given which offer of the join. The other offers were given to nobody. */
  offered: Type.Array(Type.Object({ to: Id, link: LinkId })),
});
export type RoomSnapshot = Type.Static<typeof RoomSnapshot>;

/**
 * `POST /v1/goodbyes`: the page is closing, reloading or leaving for another one. The seat waits for
 * `LIMITS.goodbyeMs` only. Changes nothing where a newer page has the seat.
 */
export const Goodbye = Type.Object(
  { epoch: Epoch, resumeToken: Type.String({ minLength: 20, maxLength: 200 }) },
  { additionalProperties: false },
);
export type Goodbye = Type.Static<typeof Goodbye>;

export const ParticipantRef = Type.Object({ id: Id }, { additionalProperties: false });
/** `participant:reject` and `participant:remove`: `word` is told to the person. */
export const ParticipantVerdict = Type.Object(
  { id: Id, word: Type.Optional(Type.String()) },
  { additionalProperties: false },
);
export const ParticipantHand = Type.Object(
  { raised: Type.Boolean() },
  { additionalProperties: false },
);
const Reaction = Type.Enum(REACTIONS);
export const ParticipantReact = Type.Object(
  { reaction: Reaction },
  { additionalProperties: false },
);
/** `interview:extend`: minutes to add to `closesAt`. */
export const InterviewExtend = Type.Object(
  { minutes: Type.Integer({ minimum: 5, maximum: 180 }) },
  { additionalProperties: false },
);
export const Empty = Type.Object({}, { additionalProperties: false });

export const ParticipantEvent = Type.Object({ participant: Participant });
export const ParticipantLeftEvent = Type.Object({ id: Id, reason: LeaveReason });
export const ReactionEvent = Type.Object({ from: Id, reaction: Reaction });
export const TypingEvent = Type.Object({ from: Id, typing: Type.Boolean() });
export const InterviewEvent = Type.Object({ interview: InterviewPublic });

/** `expired`: the window closed. `ended`: somebody ended it. `canceled`: the host canceled it. */
export const InterviewEndedEvent = Type.Object({
  reason: Type.Union([Type.Literal('expired'), Type.Literal('ended'), Type.Literal('canceled')]),
});

/**
 * The server lets go of this connection. `duplicate-session`, `removed`, `rejected`: do not come
 * back by yourself. `unavailable`: the server is closing; come back with the resume token.
 */
export const SessionClosedEvent = Type.Object({
  code: Type.Union([
    Type.Literal('duplicate-session'),
    Type.Literal('removed'),
    Type.Literal('rejected'),
    Type.Literal('unavailable'),
  ]),
  retryable: Type.Boolean(),
  /** With `removed` and `rejected`: what the interviewer says to the person. */
  word: Type.Optional(Type.String()),
});
export type SessionClosedEvent = Type.Static<typeof SessionClosedEvent>;
