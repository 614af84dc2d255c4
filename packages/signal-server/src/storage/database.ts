import { Kysely, Migrator, PostgresDialect, sql, SqliteDialect } from 'kysely';
import { initial } from './migrations/0001-initial.ts';
import { deliveryAndHands } from './migrations/0002-delivery-and-hands.ts';
import { versionsAndRepeats } from './migrations/0003-versions-and-repeats.ts';
import { webhooksAndAttendance } from './migrations/0004-webhooks-and-attendance.ts';
import { summariesAndRetention } from './migrations/0005-summaries-and-retention.ts';
import { resumeTokenRotation } from './migrations/0006-resume-token-rotation.ts';
import { nodes } from './migrations/0007-nodes.ts';
import { interviewsByClock } from './migrations/0008-interviews-by-clock.ts';
import { openNodeSqlite } from './node-sqlite.ts';
import { StartFault } from '../start-fault.ts';
import { codeOfStore, isForbidden } from './store-fault.ts';
import { isPostgresUrl, shownDatabase } from './store-url.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

export const migrations = {
  '0001-initial': initial,
  '0002-delivery-and-hands': deliveryAndHands,
  '0003-versions-and-repeats': versionsAndRepeats,
  '0004-webhooks-and-attendance': webhooksAndAttendance,
  '0005-summaries-and-retention': summariesAndRetention,
  '0006-resume-token-rotation': resumeTokenRotation,
  '0007-nodes': nodes,
  '0008-interviews-by-clock': interviewsByClock,
};

/** In the order in which they are done. */
export const migrationNames: readonly string[] = Object.keys(migrations);

/**
 * Opens the store and brings it to the newest schema; of many processes at once, one does.
 *
 * @param database a `postgres://` URL; else the path of the SQLite file, made if it is not there
 * @throws StartFault when it cannot be used: the server must not start
 */
export async function openDatabase(database: string): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: dialectOf(database) });
  try {
    await checkReachable(db, database);
    await migrate(db, database);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** The migrations that were done on a store; empty where none was. */
async function migrationsDone(db: Database): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return done.rows.map(({ name }) => name);
}

export function dialectOf(database: string): PostgresDialect | SqliteDialect {
  return isPostgresUrl(database)
    ? // Loaded where it is asked for: most servers have SQLite.
      new PostgresDialect({
        pool: async () => (await import('./postgres.ts')).openPostgres(database),
      })
    : new SqliteDialect({ database: () => Promise.resolve(openNodeSqlite(database)) });
}

async function checkReachable(db: Database, database: string): Promise<void> {
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    const shown = shownDatabase(database);
    const said = codeOfStore(error) || (error instanceof Error ? error.message : 'unknown');
    throw isForbidden(error)
      ? new StartFault('store-forbidden', `${shown} does not accept the user (${said})`, error)
      : new StartFault('store-unreachable', `${shown} cannot be opened (${said})`, error);
  }
}

async function migrate(db: Database, database: string): Promise<void> {
  const shown = shownDatabase(database);
  const unknown = (await migrationsDone(db)).filter((name) => !migrationNames.includes(name));
  if (unknown.length > 0) {
    const message = `${shown} is of a newer server (${unknown.join(', ')}); start that one`;
    throw new StartFault('store-newer', message);
  }
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  }).migrateToLatest();
  if (error === undefined) return;
  throw new StartFault('store-migration-failed', `${shown} could not be migrated`, error);
}
