import { sql, type Transaction } from 'kysely';
import type { Database } from '../storage/database.ts';
import { isPostgres } from '../storage/dialect.ts';
import type { MessageRow, Tables } from '../storage/tables.ts';
import { findTogether, insertTogether } from './messages-in-postgres.ts';

/** No sequence comes so far; PostgreSQL refuses a number that its column cannot hold. */
const SEQ_MAX = 2 ** 31 - 1;
const storable = (seq: number): number => Math.min(seq, SEQ_MAX);

/** Gives the messages their places; the caller holds their interviews. */
export async function insertMessages(
  trx: Transaction<Tables>,
  messages: readonly MessageRow[],
): Promise<void> {
  if (isPostgres(trx)) {
    await insertTogether(messages).execute(trx);
    return;
  }
  await trx.insertInto('messages').values(messages).execute();
  const interviews = [...new Set(messages.map((message) => message.interview_id))];
  await trx
    .updateTable('interviews')
    .set((eb) => ({
      last_seq: eb
        .selectFrom('messages')
        .select((of) => of.fn.max('seq').as('seq'))
        .whereRef('messages.interview_id', '=', 'interviews.id')
        .$castTo<{ seq: number }>(),
    }))
    .where('id', 'in', interviews)
    .execute();
}

/** Those that are stored, in any order. */
export const findMessages = async (
  db: Database,
  named: readonly { readonly interviewId: string; readonly id: string }[],
): Promise<MessageRow[]> => {
  if (isPostgres(db)) {
    const keys = named.map(({ interviewId, id }) => ({ interviewId, id }));
    return (await findTogether(keys).execute(db)).rows;
  }
  const keys = named.map(({ interviewId, id }) => sql`(${interviewId}, ${id})`);
  return db
    .selectFrom('messages')
    .selectAll()
    .where(sql<boolean>`(interview_id, id) in (values ${sql.join(keys)})`)
    .execute();
};

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
