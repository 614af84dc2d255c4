import { closeSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const DAY_MS = 86_400_000;

/**
 * Fills our store up to so many interviews, each with the hash of a code, as booking them one after the
 * other would leave it; and beside it a table as the original kept it, codes in plain.
 */
export function fillStores(ours: string, plain: string, count: number): void {
  fill(ours, (database) => {
    // Ids and hashes are as random as those of the server, and as long.
    const now = Date.now();
    const stored = countIn(database, 'interviews');
    withoutIndexes(database, ['interviews', 'invitations'], () => {
      const opensAt = now + 30 * DAY_MS;
      database
        .prepare(
          `insert into interviews (id, host_id, title, scheduled_at, time_zone, opens_at, closes_at,
             max_participants, admission, relay_only, status, metadata, created_at, updated_at)
           select base64url(randomblob(16)), hosts.id, 'Interview', ?, 'Asia/Seoul', ?, ?, 2, 'open', 0, 'scheduled', '{}', ?, ?
           from (select id from hosts limit 1) as hosts, (${numbers(stored, count)})`,
        )
        .run(opensAt, opensAt, opensAt + 10_800_000, now, now);
      database.exec(
        `insert into invitations (id, interview_id, position, role, code_hash, derivation, live)
         select base64url(randomblob(16)), id, 0, 'participant', base64url(randomblob(32)), 0, 1
         from interviews where id not in (select interview_id from invitations)`,
      );
    });
    for (const table of ['interviews', 'invitations']) expectRows(database, table, count);
  });
  fill(plain, (database) => {
    database.exec(
      'create table if not exists interviews (code text, title text, scheduled_at int)',
    );
    const stored = countIn(database, 'interviews');
    database
      .prepare(
        `insert into interviews select 'PLAIN' || number, 'Interview', ?
         from (${numbers(stored, count)})`,
      )
      .run(Date.now() + 30 * DAY_MS);
    expectRows(database, 'interviews', count);
  });
}

/** Without a journal: should it fail, the store is thrown away. Returns when all of it is on disk. */
function fill(file: string, write: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  database.function('base64url', (bytes) => Buffer.from(bytes as Uint8Array).toString('base64url'));
  database.exec(
    'pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000; begin',
  );
  write(database);
  database.exec('commit; pragma journal_mode = wal');
  database.close();
  const opened = openSync(file, 'r+');
  fsyncSync(opened);
  closeSync(opened);
}

/** Indexes that are made of all rows at once take a small part of the time. */
function withoutIndexes(
  database: DatabaseSync,
  tables: readonly string[],
  write: () => void,
): void {
  const indexes = database
    .prepare(`select name, tbl_name, sql from sqlite_schema where type = 'index' and sql not null`)
    .all()
    .filter((index) => tables.includes(String(index['tbl_name'])));
  for (const { name } of indexes) database.exec(`drop index ${String(name)}`);
  write();
  for (const { sql } of indexes) database.exec(String(sql));
}

/** One row for each number from `from` up to `to`, which is not among them. */
const numbers = (from: number, to: number): string =>
  `with recursive numbers (number) as (
     select ${from} where ${from} < ${to}
     union all select number + 1 from numbers where number + 1 < ${to}
   ) select number from numbers`;

function countIn(database: DatabaseSync, table: string): number {
  const row = database.prepare(`select count(*) as rows from ${table}`).get();
  return Number(row?.['rows']);
}

function expectRows(database: DatabaseSync, table: string, count: number): void {
  const rows = countIn(database, table);
  if (rows !== count) throw new Error(`${table} has ${rows} rows, not ${count}`);
}
