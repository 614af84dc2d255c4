import { sql, type Transaction } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Tables } from './tables.ts';

/**
 * As `lockInterview`, for many: each is held until the transaction ends. In the order of their ids, so
 * that two transactions do not wait for each other.
 *
 * @returns the sequence of the last message of each that there is
 */
export async function lockInterviews(
  trx: Transaction<Tables>,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const distinct = [...new Set(ids)];
  const rows = isPostgres(trx)
    ? await trx
        .selectFrom('interviews')
        .select(['id', 'last_seq'])
        // One parameter, however many there are.
        .where(sql<boolean>`id = any(${distinct}::text[])`)
        .orderBy('id')
        .forNoKeyUpdate()
        .execute()
    : await trx
        .updateTable('interviews')
        .set((eb) => ({ last_seq: eb.ref('last_seq') }))
        .where('id', 'in', distinct)
        .returning(['id', 'last_seq'])
        .execute();
  return new Map(rows.map((row) => [row.id, row.last_seq]));
}
