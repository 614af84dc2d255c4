import { setTimeout as delay } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Result } from '../result.ts';
import type { Database } from './database.ts';
import { isLostRace } from './store-fault.ts';
import type { Tables } from './tables.ts';

/** Ten lost races in a row are a fault of ours. */
const ATTEMPTS_MAX = 10;
const WAIT_MAX_MS = 20;

/**
 * All of the work or none: a refusal undoes it as an exception does. Work that lost a race against
 * another transaction (a deadlock, a serialisation failure) is undone and done again, so that it may
 * run more than once: what it tells to others it tells after.
 */
export const transact = <T>(
  db: Database,
  work: (transaction: Transaction<Tables>) => Promise<Result<T>>,
): Promise<Result<T>> => repeatWhile(isLostRace, () => once(db, work));

/** Does again what failed by losing a race, as `isLost` tells by the error. */
export async function repeatWhile<T>(
  isLost: (error: unknown) => boolean,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS_MAX || !isLost(error)) throw error;
      // Who raced before do not race again.
      await delay(Math.random() * WAIT_MAX_MS * attempt);
    }
  }
}

async function once<T>(
  db: Database,
  work: (transaction: Transaction<Tables>) => Promise<Result<T>>,
): Promise<Result<T>> {
  const transaction = await db.startTransaction().execute();
  try {
    const result = await work(transaction);
    await (result.ok ? transaction.commit() : transaction.rollback()).execute();
    return result;
  } catch (error) {
    // Where the connection broke there is nothing to undo; what matters is the first fault.
    const { isCommitted, isRolledBack } = transaction;
    if (!isCommitted && !isRolledBack)
      await transaction
        .rollback()
        .execute()
        .catch(() => undefined);
    throw error;
  }
}
