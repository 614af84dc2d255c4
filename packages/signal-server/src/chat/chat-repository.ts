import type { Transaction } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { MessageRow, Tables } from '../storage/tables.ts';

/** Gives the message its place; the caller holds the interview. */
export async function insertMessage(trx: Transaction<Tables>, message: MessageRow): Promise<void> {
  await trx
    .updateTable('interviews')
    .set({ last_seq: message.seq })
    .where('id', '=', message.interview_id)
    .execute();
  await trx.insertInto('messages').values(message).execute();
}

export const findMessage = (
  db: Database,
  interviewId: string,
  id: string,
): Promise<MessageRow | undefined> =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('interview_id', '=', interviewId)
    .where('id', '=', id)
    .executeTakeFirst();

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
    .where('seq', '>', seq)
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
  seq: number,
): Promise<boolean> {
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
