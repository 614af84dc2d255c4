import type { Transaction } from 'kysely';
import type { InterviewRow, Tables } from './tables.ts';

/**
 * Reads an interview and holds it until the transaction ends, so that what is counted or numbered
 * within it cannot change meanwhile. A write that changes nothing locks on every store, and as the
 * first statement it makes SQLite wait for another process instead of failing in mid-transaction.
 */
export const lockInterview = (
  trx: Transaction<Tables>,
  id: string,
): Promise<InterviewRow | undefined> =>
  trx
    .updateTable('interviews')
    .set((eb) => ({ last_seq: eb.ref('last_seq') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
