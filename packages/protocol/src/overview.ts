import { Type } from 'typebox';
import { Interview } from './interviews.ts';
import { Id, Role, Timestamp } from './primitives.ts';

/** `GET /v1/overview`: the booked times to look at, from `from` up to but not including `to`. */
export const OverviewQuery = Type.Object(
  { from: Timestamp, to: Timestamp },
  { additionalProperties: false },
);
export type OverviewQuery = Type.Static<typeof OverviewQuery>;

/** The interviews booked for that time, and any other with somebody there; by booked time. */
export const Overview = Type.Object({
  items: Type.Array(
    Type.Object({
      interview: Interview,
      /** Who is inside or waits to be let in, in the order of coming. */
      people: Type.Array(
        Type.Object({
          id: Id,
          name: Type.String(),
          role: Role,
          admitted: Type.Boolean(),
          /** Whether their page is connected; without it they keep the seat for a while. */
          connected: Type.Boolean(),
          joinedAt: Timestamp,
        }),
      ),
    }),
  ),
});
export type Overview = Type.Static<typeof Overview>;
