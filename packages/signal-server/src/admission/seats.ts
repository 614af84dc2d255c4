import type { Role } from '@rendev/interview-protocol';
import type { Database } from '../storage/database.ts';
import type { ParticipantState } from '../storage/tables.ts';

interface SeatedPerson {
  readonly seat: string;
  readonly name: string;
  readonly role: Role;
  readonly state: ParticipantState;
}

/** Who has or had a seat in an interview. */
export type SeatReader = (interviewId: string) => Promise<readonly SeatedPerson[]>;

export const createSeatReader =
  (db: Database): SeatReader =>
  (interviewId) =>
    db
      .selectFrom('participants')
      .select(['seat', 'name', 'role', 'state'])
      .where('interview_id', '=', interviewId)
      .orderBy('joined_at')
      .execute();
