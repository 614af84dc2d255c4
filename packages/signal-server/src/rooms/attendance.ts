import type { LeaveReason } from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';
import { newId } from '../ids.ts';
import type { Database } from '../storage/database.ts';
import type { InterviewRow, ParticipantRow } from '../storage/tables.ts';
import type { InterviewFacts } from '../webhooks/interview-facts.ts';
import { leaveAll } from './participants-repository.ts';

/** Keeps who was in a room when, and tells the host; in the transactions in which it happens. */
export class Attendance {
  readonly #facts: InterviewFacts;
  readonly #clock: Clock;

  constructor(facts: InterviewFacts, clock: Clock) {
    this.#facts = facts;
    this.#clock = clock;
  }

  /** Somebody came into the room, be it from waiting before it. */
  async joined(trx: Database, row: ParticipantRow): Promise<void> {
    await trx
      .insertInto('stays')
      .values({
        id: newId(),
        interview_id: row.interview_id,
        participant_id: row.id,
        from_at: this.#clock(),
        to_at: null,
      })
      .execute();
    await this.#facts.joined(trx, row);
  }

  /** Somebody went; who only waited before the room was never in it. */
  async left(trx: Database, row: ParticipantRow, reason: LeaveReason): Promise<void> {
    const { numUpdatedRows } = await trx
      .updateTable('stays')
      .set({ to_at: this.#clock() })
      .where('participant_id', '=', row.id)
      .where('to_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await this.#facts.left(trx, row, reason);
  }

  /** The interview is over: nobody is in its room any more. */
  async ended(trx: Database, { id }: Pick<InterviewRow, 'id'>): Promise<void> {
    for (const row of await leaveAll(trx, id)) await this.left(trx, row, 'ended');
  }
}
