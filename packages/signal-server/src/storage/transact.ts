import type { Transaction } from 'kysely';
import type { Result } from '../result.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** All of the work or none: a refusal undoes it as an exception does. */
export async function transact<T>(
  db: Database,
  work: (transaction: Transaction<Tables>) => Promise<Result<T>>,
): Promise<Result<T>> {
  const transaction = await db.startTransaction().execute();
  try {
    const result = await work(transaction);
    await (result.ok ? transaction.commit() : transaction.rollback()).execute();
    return result;
  } catch (error) {
    if (!transaction.isCommitted) await transaction.rollback().execute();
    throw error;
  }
}
