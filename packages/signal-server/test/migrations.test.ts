import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Kysely, Migrator, sql, SqliteDialect } from 'kysely';
import { openDatabase } from '../src/storage/database.ts';
import { initial } from '../src/storage/migrations/0001-initial.ts';
import { openNodeSqlite } from '../src/storage/node-sqlite.ts';

/** A store as the first version of the server left it, with two people in a room. */
async function makeOldStore(file: string): Promise<void> {
  const db = new Kysely<never>({ dialect: new SqliteDialect({ database: openNodeSqlite(file) }) });
  const migrations = { '0001-initial': initial };
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  }).migrateToLatest();
  assert.equal(error, undefined);
  await sql`insert into hosts values ('host-0001', 'host', '["*"]', 'on', 0)`.execute(db);
  await sql`insert into interviews values
    ('interview-0001', 'host-0001', null, '', 0, 'Asia/Seoul', 0, 1, 2, 'open', 0, 'open', '{}', 5, 0, 0, null)
  `.execute(db);
  for (const [id, hand] of [
    ['raised', 1],
    ['lowered', 0],
  ] as const) {
    await sql`insert into participants
      (id, interview_id, seat, name, role, state, epoch, resume_hash, hand, read_seq, joined_at)
      values (${id}, 'interview-0001', ${id}, ${id}, 'participant', 'admitted', 'e', ${id}, ${hand}, 3, 77)
    `.execute(db);
  }
  await db.destroy();
}

describe('a store of an older server', () => {
  it('keeps its people, their marks and their hands', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'rendev-migration-'));
    const file = join(folder, 'test.sqlite');
    await makeOldStore(file);
    const db = await openDatabase(file);
    t.after(async () => {
      await db.destroy();
      rmSync(folder, { recursive: true });
    });
    const rows = await db
      .selectFrom('participants')
      .select(['id', 'hand_raised_at', 'read_seq', 'delivered_seq'])
      .orderBy('id')
      .execute();
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [
        { id: 'lowered', hand_raised_at: null, read_seq: 3, delivered_seq: 0 },
        { id: 'raised', hand_raised_at: 77, read_seq: 3, delivered_seq: 0 },
      ],
    );
  });
});
