import { Type } from 'typebox';
import { Id, Role, Timestamp } from './primitives.ts';

/** From when to when a person was in the room; `to` is `null` while they are. */
const Stay = Type.Object({ from: Timestamp, to: Type.Union([Timestamp, Type.Null()]) });

/** `participant:report`: how the call went so far on this page, over all links. Sent each minute and before leaving. */
export const ParticipantReport = Type.Object(
  {
    /** Seconds by the word of the worst link. */
    good: Type.Integer({ minimum: 0, maximum: 604_800 }),
    fair: Type.Integer({ minimum: 0, maximum: 604_800 }),
    poor: Type.Integer({ minimum: 0, maximum: 604_800 }),
    /** Links that went through a TURN server at some time. */
    relayed: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type ParticipantReport = Type.Static<typeof ParticipantReport>;

/** `GET /v1/interviews/:id/summary`: who was there, for how long and how well. */
export const InterviewSummary = Type.Object({
  interviewId: Id,
  /** Everybody who was ever in the room, in the order of coming. */
  people: Type.Array(
    Type.Object({
      id: Id,
      /** Empty once it is erased. */
      name: Type.String(),
      role: Role,
      stays: Type.Array(Stay),
      /** Whole seconds in the room. */
      attendedSeconds: Type.Integer(),
      /** How often the connection or the page was lost and came back. */
      reconnects: Type.Integer(),
      /** As the pages reported; `null` where none did. */
      quality: Type.Union([ParticipantReport, Type.Null()]),
    }),
  ),
  /** Whole seconds with at least two people in the room. */
  togetherSeconds: Type.Integer(),
  /**
   * Whether both sides were in the room at the same time: an interviewer and a candidate, or, where
   * nobody has such a role, two participants.
   */
  bothSidesAttended: Type.Boolean(),
});
export type InterviewSummary = Type.Static<typeof InterviewSummary>;
