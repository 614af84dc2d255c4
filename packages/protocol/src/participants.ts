import { Type } from 'typebox';
import { Epoch, Id, Role, Timestamp } from './primitives.ts';

/** What a participant sends at this moment. A muted microphone is `false`. */
export const MediaState = Type.Object(
  { microphone: Type.Boolean(), camera: Type.Boolean(), screen: Type.Boolean() },
  { additionalProperties: false },
);
export type MediaState = Type.Static<typeof MediaState>;

/** `disconnected`: the connection is gone, the seat is kept for the grace time. */
export const Presence = Type.Union([Type.Literal('connected'), Type.Literal('disconnected')]);
export type Presence = Type.Static<typeof Presence>;

/** One person in the room. The id stays through reconnects and reloads, the epoch does not. */
export const Participant = Type.Object({
  id: Id,
  name: Type.String(),
  role: Role,
  epoch: Epoch,
  presence: Presence,
  /** `false` while the person waits to be admitted; only interviewers see such participants. */
  admitted: Type.Boolean(),
  media: MediaState,
  hand: Type.Boolean(),
  /** Since when the hand is up; `null` while it is down. */
  handRaisedAt: Type.Union([Timestamp, Type.Null()]),
  joinedAt: Timestamp,
});
export type Participant = Type.Static<typeof Participant>;

export const LeaveReason = Type.Union([
  Type.Literal('left'),
  Type.Literal('network-lost'),
  Type.Literal('removed'),
  Type.Literal('rejected'),
  Type.Literal('lobby'),
  Type.Literal('ended'),
]);
export type LeaveReason = Type.Static<typeof LeaveReason>;
