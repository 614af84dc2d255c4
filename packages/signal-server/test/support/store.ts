import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isPostgresUrl } from '../../src/storage/store-url.ts';
import { query } from './postgres.ts';

/** Names a PostgreSQL; then the tests of the server run on it, see test/postgres.test.ts. */
export const TEST_POSTGRES = 'RENDEV_TEST_POSTGRES';

/** @returns the address of an empty store: a new SQLite file, or a new database of PostgreSQL */
export async function newStore(): Promise<string> {
  const postgres = process.env[TEST_POSTGRES];
  if (postgres === undefined)
    return join(mkdtempSync(join(tmpdir(), 'rendev-test-')), 'store.sqlite');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await query(postgres, `create database ${name}`);
  const url = new URL(postgres);
  url.pathname = name;
  return url.href;
}

/** A database goes with its PostgreSQL. */
export function removeStore(database: string): void {
  if (!isPostgresUrl(database)) rmSync(dirname(database), { recursive: true, force: true });
}

/** All that a store holds: the bytes of the file, or every row of every table. */
export async function storedText(database: string): Promise<string> {
  if (!isPostgresUrl(database)) {
    const file = new DatabaseSync(database, { timeout: 5_000 });
    file.exec('pragma wal_checkpoint(truncate)');
    file.close();
    return readFileSync(database, 'latin1');
  }
  const tables = await query(
    database,
    "select tablename from pg_tables where schemaname = 'public'",
  );
  const rows = await Promise.all(
    tables.map(({ tablename }) => query(database, `select * from "${String(tablename)}"`)),
  );
  return JSON.stringify(rows);
}
