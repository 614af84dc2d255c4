import type { Database } from '../storage/database.ts';
import type { ParticipantRow } from '../storage/tables.ts';
import { disconnectedAt, PRESENT } from './participants-repository.ts';

/** Says that the node lives. @returns `false` where the store had it for dead, or not at all */
export async function beat(db: Database, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('nodes')
    .set({ beat_at: now })
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return true;
  await db
    .insertInto('nodes')
    .values({ id, beat_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ beat_at: now }))
    .execute();
  return false;
}

/** Strikes the other nodes that were last heard of then or earlier; of all, without a time. */
export async function strikeOthers(db: Database, id: string, before?: number): Promise<void> {
  await db
    .deleteFrom('nodes')
    .where('id', '!=', id)
    .$if(before !== undefined, (query) => query.where('beat_at', '<=', before ?? 0))
    .execute();
}

export const strike = async (db: Database, id: string): Promise<void> => {
  await db.deleteFrom('nodes').where('id', '=', id).execute();
};

export const hasOthers = async (db: Database, id: string): Promise<boolean> =>
  (await db.selectFrom('nodes').select('id').where('id', '!=', id).executeTakeFirst()) !==
  undefined;

/**
 * Whoever was connected to a node that is not on the list has lost the connection. Each is returned
 * to one caller only, however many ask.
 */
export const disconnectStrays = (db: Database, now: number): Promise<ParticipantRow[]> =>
  db
    .updateTable('participants')
    .set(disconnectedAt(now))
    .where('node_id', 'is not', null)
    .where('node_id', 'not in', (query) => query.selectFrom('nodes').select('id'))
    .where('state', 'in', PRESENT)
    .returningAll()
    .execute();

/** Nobody could come back meanwhile: everybody's grace begins anew, also after a goodbye. */
export const renewGrace = async (db: Database, now: number): Promise<void> => {
  await db
    .updateTable('participants')
    .set({ disconnected_at: now })
    .where('disconnected_at', 'is not', null)
    .where('state', 'in', PRESENT)
    .execute();
};

/** The seats that this node holds by the store's word. */
export const seatsOf = (
  db: Database,
  id: string,
): Promise<{ id: string; connection_id: string | null }[]> =>
  db
    .selectFrom('participants')
    .select(['id', 'connection_id'])
    .where('node_id', '=', id)
    .where('state', 'in', PRESENT)
    .execute();
