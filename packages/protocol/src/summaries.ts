import { Type } from 'typebox';
import { Id, Role, Timestamp } from './primitives.ts';

/** From when to when a person was in the room; `to` is `null` while they are. */
const Stay = Type.Object({ from: Timestamp, to: Type.Union([Timestamp, Type.Null()]) });

const Seconds = Type.Integer({ minimum: 0, maximum: 86_400 });

/**
 * `participant:report`: how the call went on this page since its last report, as whole seconds by
 * the word for the worst link. Sent each minute and before leaving; the server adds them up.
 */
export const ParticipantReport = Type.Object(
  {
    good: Seconds,
    weak: Seconds,
    /** No path, or one that was sought anew. */
    lost: Seconds,
    /** Whether a link went through a TURN server. */
    relayed: Type.Boolean(),
    /**
     * From the join to the first connected link, in ms; where nobody was inside, from the coming of
     * the first other person. With the first report after it only.
     */
    setupMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 600_000 })),
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
      quality: Type.Union([
        Type.Object({
          goodSeconds: Type.Integer(),
          weakSeconds: Type.Integer(),
          lostSeconds: Type.Integer(),
          relayed: Type.Boolean(),
        }),
        Type.Null(),
      ]),
    }),
  ),
  /** Whole seconds with at least two people in the room. */
  togetherSeconds: Type.Integer(),
  /**
   * Whether both sides were in the room at the same time: an interviewer and somebody who is none;
   * where no interviewer ever came, two people. Observers are no side.
   */
  bothSidesAttended: Type.Boolean(),
});
export type InterviewSummary = Type.Static<typeof InterviewSummary>;
