import { accessSync, constants, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { migrationNames } from '../storage/database.ts';
import { openPostgres } from '../storage/postgres.ts';
import { shownDatabase } from '../storage/store-url.ts';
import { codeOfStore } from '../storage/store-fault.ts';
import { type Finding, finding } from './finding.ts';

/** The column `value` of what a query finds; nothing where an older schema has not got the table. */
export type Read = (query: string) => Promise<string[]>;

export interface LookedAt {
  readonly finding: Finding;
  /** Absent where there is nothing to read. */
  readonly read?: Read;
  close(): Promise<void>;
}

const MIGRATIONS = 'select name as value from kysely_migration';

export function lookAtFile(file: string): LookedAt {
  const found = diagnoseFile(file);
  const close = () => Promise.resolve();
  return found.status === 'fail' || !existsSync(file)
    ? { finding: found, close }
    : { finding: found, close, read: (query) => Promise.resolve(readFile(file, query)) };
}

export async function lookAtPostgres(url: string): Promise<LookedAt> {
  const pool = openPostgres(url);
  const close = () => pool.end();
  const ask = async (query: string) =>
    valuesOf((await pool.query<Record<string, unknown>>(query)).rows);
  const read: Read = (query) => ask(query).catch(() => []);
  const shown = shownDatabase(url);
  try {
    await ask('select 1 as value');
    return { finding: judge(shown, await read(MIGRATIONS)), read, close };
  } catch (error) {
    const said = codeOfStore(error) || 'no answer';
    return { finding: finding('store', 'fail', `${shown}: ${said}`), close };
  }
}

function diagnoseFile(file: string): Finding {
  if (!existsSync(file)) return finding('store', 'warn', `${file} is made by the first start`);
  try {
    accessSync(file, constants.W_OK);
    const db = new DatabaseSync(file, { timeout: 5_000 });
    try {
      db.exec('begin immediate; rollback');
      return judge(file, valuesOf(db.prepare(MIGRATIONS).all()));
    } finally {
      db.close();
    }
  } catch (error) {
    return finding('store', 'fail', `${file}: ${error instanceof Error ? error.message : 'fails'}`);
  }
}

function judge(shown: string, done: readonly string[]): Finding {
  const missing = migrationNames.filter((name) => !done.includes(name));
  const unknown = done.filter((name) => !migrationNames.includes(name));
  if (unknown.length > 0) {
    return finding('store', 'fail', `${shown} is of a newer server: ${unknown.join(', ')}`);
  }
  return missing.length > 0
    ? finding('store', 'warn', `the next start migrates it: ${missing.join(', ')}`)
    : finding('store', 'pass', `${shown} can be written and is migrated`);
}

function readFile(file: string, query: string): string[] {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    return valuesOf(db.prepare(query).all());
  } catch {
    return [];
  } finally {
    db.close();
  }
}

const valuesOf = (rows: readonly Readonly<Record<string, unknown>>[]): string[] =>
  rows.flatMap(({ value }) =>
    typeof value === 'string' || typeof value === 'number' ? [String(value)] : [],
  );
