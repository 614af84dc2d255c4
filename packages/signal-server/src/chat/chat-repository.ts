import type { Database } from '../storage/database.ts';
import type { MessageRow } from '../storage/tables.ts';

/** No sequence comes so far; PostgreSQL refuses a number that its column cannot hold. */
const SEQ_MAX = 2 ** 31 - 1;
const storable = (seq: number): number => Math.min(seq, SEQ_MAX);

/** Messages with a higher sequence, oldest first. */
export const messagesSince = (
  db: Database,
  interviewId: string,
  seq: number,
  limit: number,
): Promise<MessageRow[]> =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('interview_id', '=', interviewId)
    .where('seq', '>', storable(seq))
    .orderBy('seq')
    .limit(limit)
    .execute();

/**
 * Whether the mark grew. It never shrinks and never passes the last message; what is read is
 * delivered.
 */
export async function raiseMark(
  db: Database,
  participantId: string,
  mark: 'read_seq' | 'delivered_seq',
  asked: number,
): Promise<boolean> {
  const seq = storable(asked);
  const raised = await db
    .updateTable('participants')
    .set({ [mark]: seq })
    .where('id', '=', participantId)
    .where('read_seq', '<', seq)
    .where(mark, '<', seq)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('interviews')
          .select('interviews.id')
          .whereRef('interviews.id', '=', 'participants.interview_id')
          .where('interviews.last_seq', '>=', seq),
      ),
    )
    .returning('id')
    .executeTakeFirst();
  return raised !== undefined;
}
