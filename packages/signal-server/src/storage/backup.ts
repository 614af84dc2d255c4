import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { ok, refuse, type Result } from '../result.ts';
import { openDatabase } from './database.ts';
import { isPostgresUrl } from './store-url.ts';

/** All pages in one step: SQLite begins anew where another process writes between two steps. */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * Copies the store as it is at one moment, while servers read and write it.
 *
 * @returns `not-found` where there is no store, `conflict` where the file is there already,
 * `bad-request` for PostgreSQL, which has a tool of its own
 */
export async function backUp(database: string, file: string): Promise<Result<undefined>> {
  if (isPostgresUrl(database)) return ofPostgres('pg_dump');
  if (!existsSync(database)) return refuse('not-found', { detail: `There is no ${database}.` });
  if (existsSync(file)) return refuse('conflict', { detail: `${file} is there already.` });
  const part = `${file}.part`;
  rmSync(part, { force: true });
  const source = new DatabaseSync(database, { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, part, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
  const fault = faultOf(part);
  if (fault !== undefined) throw new Error(`The copy is not whole: ${fault}`);
  renameSync(part, file);
  return ok(undefined);
}

/**
 * Puts a copy in the place of the store, and brings it to the newest schema.
 *
 * @returns where the store that was there is kept now; `bad-request` for what is no whole store,
 * `conflict` while a server uses the one that is there
 */
export async function restore(
  file: string,
  database: string,
  now: number,
): Promise<Result<string | undefined>> {
  if (isPostgresUrl(database)) return ofPostgres('pg_restore');
  const fault = existsSync(file) ? faultOf(file) : 'there is no such file';
  if (fault !== undefined) return refuse('bad-request', { detail: `${file}: ${fault}` });
  const isReplaced = existsSync(database);
  if (isReplaced && !isFree(database)) {
    return refuse('conflict', { detail: `${database} is in use. Stop the server first.` });
  }
  const part = `${database}.part`;
  copyFileSync(file, part);
  const kept = `${database}.${now}`;
  if (isReplaced) renameSync(database, kept);
  renameSync(part, database);
  const db = await openDatabase(database);
  await db.destroy();
  return ok(isReplaced ? kept : undefined);
}

const ofPostgres = (tool: string) =>
  refuse('bad-request', { detail: `This copies SQLite files; use ${tool} for PostgreSQL.` });

/** What is wrong with a copy, if anything. */
function faultOf(file: string): string | undefined {
  try {
    const copy = new DatabaseSync(file, { readOnly: true });
    try {
      const { integrity_check: check } = { ...copy.prepare('pragma integrity_check').get() };
      if (check !== 'ok') return String(check);
      copy.prepare('select name from kysely_migration').all();
      copy.prepare('select id from hosts').all();
      return undefined;
    } finally {
      copy.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Nobody else may have a store open that lets go of its write-ahead log. */
function isFree(database: string): boolean {
  const store = new DatabaseSync(database);
  try {
    store.exec('pragma journal_mode = delete');
    const { journal_mode: mode } = { ...store.prepare('pragma journal_mode').get() };
    return mode === 'delete';
  } catch {
    return false;
  } finally {
    store.close();
  }
}
