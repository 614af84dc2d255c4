import { Type } from 'typebox';
import {
  ChatDelivered,
  ChatMark,
  ChatMessage,
  ChatPage,
  ChatRead,
  ChatSend,
  ChatSince,
  ChatTyping,
} from './chat.ts';
import type { ErrorCode } from './error-codes.ts';
import { MediaState } from './participants.ts';
import { IceServer } from './primitives.ts';
import {
  Empty,
  InterviewEndedEvent,
  InterviewEvent,
  InterviewExtend,
  ParticipantEvent,
  ParticipantHand,
  ParticipantLeftEvent,
  ParticipantReact,
  ParticipantRef,
  ParticipantVerdict,
  ReactionEvent,
  RoomSnapshot,
  SessionClosedEvent,
  TypingEvent,
} from './room.ts';
import { ParticipantReport } from './summaries.ts';
import { Signal, SignalSend } from './signaling.ts';

/** What a client may send: the payload of each event and what a good acknowledgement adds. */
export const CLIENT_EVENTS = {
  'signal:send': { payload: SignalSend, result: Empty },
  'chat:send': { payload: ChatSend, result: Type.Object({ message: ChatMessage }) },
  'chat:since': { payload: ChatSince, result: ChatPage },
  'chat:typing': { payload: ChatTyping, result: Empty },
  'chat:delivered': { payload: ChatDelivered, result: Empty },
  'chat:read': { payload: ChatRead, result: Empty },
  'participant:media': { payload: MediaState, result: Empty },
  'participant:hand': { payload: ParticipantHand, result: Empty },
  'participant:react': { payload: ParticipantReact, result: Empty },
  'participant:leave': { payload: Empty, result: Empty },
  'participant:report': { payload: ParticipantReport, result: Empty },
  'ice:refresh': { payload: Empty, result: Type.Object({ iceServers: Type.Array(IceServer) }) },
  // interviewers only
  'participant:admit': { payload: ParticipantRef, result: Empty },
  'participant:reject': { payload: ParticipantVerdict, result: Empty },
  'participant:remove': { payload: ParticipantVerdict, result: Empty },
  'participant:lobby': { payload: ParticipantRef, result: Empty },
  'participant:mute': { payload: ParticipantRef, result: Empty },
  'interview:extend': { payload: InterviewExtend, result: Empty },
  'interview:end': { payload: Empty, result: Empty },
} as const;

/** What the server may send. */
export const SERVER_EVENTS = {
  'room:snapshot': RoomSnapshot,
  'participant:joined': ParticipantEvent,
  'participant:updated': ParticipantEvent,
  'participant:left': ParticipantLeftEvent,
  /** An interviewer asks this person to mute; the page decides. */
  'participant:mute-asked': Type.Object({ by: Type.String() }),
  'participant:reaction': ReactionEvent,
  signal: Signal,
  'chat:message': Type.Object({ message: ChatMessage }),
  'chat:typing': TypingEvent,
  'chat:delivered': ChatMark,
  'chat:read': ChatMark,
  'interview:updated': InterviewEvent,
  'interview:ended': InterviewEndedEvent,
  'session:closed': SessionClosedEvent,
} as const;

export type ClientEventName = keyof typeof CLIENT_EVENTS;
export type ServerEventName = keyof typeof SERVER_EVENTS;
export type ClientPayload<E extends ClientEventName> = Type.Static<
  (typeof CLIENT_EVENTS)[E]['payload']
>;
export type ClientResult<E extends ClientEventName> = Type.Static<
  (typeof CLIENT_EVENTS)[E]['result']
>;
export type ServerPayload<E extends ServerEventName> = Type.Static<(typeof SERVER_EVENTS)[E]>;

/** An error as it crosses the wire in an acknowledgement and in a refused handshake (`err.data`). */
export interface WireError {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  /** With `rate-limited`: ms to wait. */
  readonly retryAfterMs?: number;
  /** With refusals of a join: the interview, for a countdown or a word of explanation. */
  readonly interview?: Type.Static<typeof InterviewEvent>['interview'];
  readonly serverTime?: string;
}

/** Every client event is acknowledged by one of these. */
export type Ack<E extends ClientEventName> =
  ({ readonly ok: true } & ClientResult<E>) | { readonly ok: false; readonly error: WireError };

/** For Socket.IO's type parameters. */
export type ClientToServerEvents = {
  [E in ClientEventName]: (payload: ClientPayload<E>, ack: (answer: Ack<E>) => void) => void;
};
export type ServerToClientEvents = {
  [E in ServerEventName]: (payload: ServerPayload<E>) => void;
};
