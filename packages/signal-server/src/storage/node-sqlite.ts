import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Statements that are kept prepared; most of what the server asks is asked in the same words. */
const KEPT_MAX = 200;

/**
 * Opens a store of SQLite.
 *
 * Write-ahead logging with `synchronous = FULL`: a write that was acknowledged survives the loss of
 * power, and readers never wait for the writer. What is erased is overwritten (`secure_delete`).
 */
export function openSqlite(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on;' +
      // In kB: of every room in which people write, some pages are written again and again.
      'pragma cache_size = -16000;',
  );
  return database;
}

/** As `openSqlite`, in the shape that Kysely's SQLite dialect asks for. */
export function openNodeSqlite(file: string): SqliteDatabase {
  const database = openSqlite(file);
  const kept = new Map<string, { statement: StatementSync; reader: boolean }>();
  /** The last used are kept. */
  const prepared = (sql: string) => {
    let found = kept.get(sql);
    if (found === undefined) {
      const statement = database.prepare(sql);
      found = { statement, reader: statement.columns().length > 0 };
      const [oldest] = kept.keys();
      if (kept.size >= KEPT_MAX && oldest !== undefined) kept.delete(oldest);
    } else {
      kept.delete(sql);
    }
    kept.set(sql, found);
    return found;
  };
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare(sql: string): SqliteStatement {
      const { statement, reader } = prepared(sql);
      const bind = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader,
        all: (parameters) => statement.all(...bind(parameters)),
        run: (parameters) => statement.run(...bind(parameters)),
        // One of its own: it lives on while the same words may be asked again.
        iterate: (parameters) => database.prepare(sql).iterate(...bind(parameters)),
      };
    },
  };
}
