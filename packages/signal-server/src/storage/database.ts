import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { initial } from './migrations/0001-initial.ts';
import { deliveryAndHands } from './migrations/0002-delivery-and-hands.ts';
import { versionsAndRepeats } from './migrations/0003-versions-and-repeats.ts';
import { webhooksAndAttendance } from './migrations/0004-webhooks-and-attendance.ts';
import { summariesAndRetention } from './migrations/0005-summaries-and-retention.ts';
import { openNodeSqlite } from './node-sqlite.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

export const migrations = {
  '0001-initial': initial,
  '0002-delivery-and-hands': deliveryAndHands,
  '0003-versions-and-repeats': versionsAndRepeats,
  '0004-webhooks-and-attendance': webhooksAndAttendance,
  '0005-summaries-and-retention': summariesAndRetention,
};

/** In the order in which they are done. */
export const migrationNames: readonly string[] = Object.keys(migrations);

/**
 * Opens the store and brings it to the newest schema.
 *
 * @param file path of the SQLite file, made if it is not there; `:memory:` for none
 * @throws when the file cannot be opened or a migration fails: the server must not start
 */
export async function openDatabase(file: string): Promise<Database> {
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: openNodeSqlite(file) }),
  });
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  }).migrateToLatest();
  if (error !== undefined) {
    await db.destroy();
    throw new Error('The store could not be migrated', { cause: error });
  }
  return db;
}
