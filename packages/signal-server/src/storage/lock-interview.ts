import type { Transaction } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { InterviewRow, Tables } from './tables.ts';

/**
 * Reads an interview and holds it until the transaction ends, so that what is counted or numbered
 * within it cannot change meanwhile, on this machine or another.
 *
 * PostgreSQL locks the row, which leaves no dead version of it behind; the weaker lock lets others
 * insert what refers to it. SQLite has no row locks: a write that changes nothing takes its one
 * lock, and as the first statement it waits for another process instead of failing in
 * mid-transaction.
 */
export const lockInterview = (
  trx: Transaction<Tables>,
  id: string,
): Promise<InterviewRow | undefined> =>
  isPostgres(trx)
    ? trx
        .selectFrom('interviews')
        .selectAll()
        .where('id', '=', id)
        .forNoKeyUpdate()
        .executeTakeFirst()
    : trx
        .updateTable('interviews')
        .set((eb) => ({ last_seq: eb.ref('last_seq') }))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
