import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Kysely, Migrator, sql } from 'kysely';
import { dialectOf, migrationNames, migrations, openDatabase } from '../src/storage/database.ts';
import { newStore, removeStore } from './support/store.ts';

/** How many migrations a released server knew; what each of them brought has rows in its store. */
const OLDER = migrationNames.slice(0, -1).map((name, index) => ({ name, known: index + 1 }));

/** A store as a server of that schema left it: one interview with two people inside, one that is over. */
async function makeOldStore(
  database: string,
  { name, known }: (typeof OLDER)[number],
): Promise<void> {
  const db = new Kysely<never>({ dialect: dialectOf(database) });
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  }).migrateTo(name);
  assert.equal(error, undefined);
  await sql`insert into hosts (id, name, origins, "window", created_at)
    values ('host-0001', 'host', '["*"]', 'on', 0)`.execute(db);
  await sql`insert into interviews
    (id, host_id, title, scheduled_at, time_zone, opens_at, closes_at, max_participants, admission,
      relay_only, status, metadata, last_seq, created_at, updated_at, ended_at)
    values
      ('open', 'host-0001', '', 0, 'Asia/Seoul', 0, 1, 2, 'open', 0, 'open', '{}', 5, 0, 0, null),
      ('over', 'host-0001', '', 0, 'Asia/Seoul', 0, 1, 2, 'open', 0, 'ended', '{}', 0, 0, 9, 9)
  `.execute(db);
  for (const [id, hand] of [
    ['raised', 1],
    ['lowered', 0],
  ] as const) {
    await sql`insert into participants
      (id, interview_id, seat, name, role, state, epoch, resume_hash, ${sql.ref(known < 2 ? 'hand' : 'hand_raised_at')},
        read_seq, joined_at)
      values (${id}, 'open', ${id}, ${id}, 'participant', 'admitted', 'e', ${id},
        ${known < 2 ? hand : hand ? 77 : null}, 3, 77)
    `.execute(db);
  }
  if (known >= 2) await sql`update participants set delivered_seq = 4`.execute(db);
  if (known >= 3) {
    await sql`update interviews set version = 7`.execute(db);
    await sql`insert into idempotency_keys values ('host-0001', 'k', 'h', 201, 'a', 0)`.execute(db);
  }
  if (known >= 4) {
    await sql`insert into webhooks values ('hook', 'host-0001', 'https://h.test/', null, 1, null, null, 0)
    `.execute(db);
    await sql`insert into webhook_events values ('event', 'host-0001', 'open', 'interview.opened', '{}', 0)
    `.execute(db);
    await sql`insert into webhook_deliveries values
      (1, 'delivery', 'event', 'hook', 'pending', 2, 0, 0, 500, null, 0)`.execute(db);
    await sql`insert into stays values ('stay', 'open', 'raised', 77, null)`.execute(db);
    await sql`update participants set reconnects = 2`.execute(db);
  }
  if (known >= 5) {
    await sql`update hosts set retention_days = 60`.execute(db);
    await sql`update interviews set summarized_at = 10, erased_at = 11 where id = 'over'`.execute(
      db,
    );
    await sql`insert into reports values ('raised', 50, 6, 7, 1)`.execute(db);
  }
  if (known >= 6) await sql`update participants set resume_hash_before = 'h'`.execute(db);
  await db.destroy();
}

/** Rows of node:sqlite have no prototype. */
const plain = <T extends object>(rows: readonly T[]): T[] => rows.map((row) => ({ ...row }));

describe('a store of an older server', () => {
  for (const older of OLDER) {
    it(`of ${older.name} keeps what it holds`, async (t) => {
      const database = await newStore();
      await makeOldStore(database, older);
      const db = await openDatabase(database);
      t.after(async () => {
        await db.destroy();
        removeStore(database);
      });
      const { known } = older;
      const people = await db
        .selectFrom('participants')
        .select(['id', 'hand_raised_at', 'read_seq', 'delivered_seq', 'reconnects'])
        .select(['resume_hash', 'resume_hash_before'])
        .orderBy('id')
        .execute();
      const kept = {
        read_seq: 3,
        delivered_seq: known < 2 ? 0 : 4,
        reconnects: known < 4 ? 0 : 2,
        resume_hash_before: known < 6 ? null : 'h',
      };
      assert.deepEqual(plain(people), [
        { id: 'lowered', hand_raised_at: null, resume_hash: 'lowered', ...kept },
        { id: 'raised', hand_raised_at: 77, resume_hash: 'raised', ...kept },
      ]);
      assert.deepEqual(await db.selectFrom('nodes').selectAll().execute(), []);
      const interviews = await db
        .selectFrom('interviews')
        .select(['id', 'last_seq', 'version', 'summarized_at', 'erased_at'])
        .orderBy('id')
        .execute();
      const version = known < 3 ? 1 : 7;
      assert.deepEqual(plain(interviews), [
        { id: 'open', last_seq: 5, version, summarized_at: null, erased_at: null },
        known < 5
          ? // Nothing was kept to sum it up by.
            { id: 'over', last_seq: 0, version, summarized_at: 9, erased_at: null }
          : { id: 'over', last_seq: 0, version, summarized_at: 10, erased_at: 11 },
      ]);
      const hosts = await db.selectFrom('hosts').select(['name', 'retention_days']).execute();
      assert.deepEqual(plain(hosts), [{ name: 'host', retention_days: known < 5 ? 30 : 60 }]);
      const reports = await db.selectFrom('reports').selectAll().execute();
      const report = { participant_id: 'raised', good: 50, weak: 6, lost: 7, relayed: 1 };
      assert.deepEqual(plain(reports), known < 5 ? [] : [report]);
      const answers = await db.selectFrom('idempotency_keys').select(['key', 'answer']).execute();
      assert.deepEqual(plain(answers), known < 3 ? [] : [{ key: 'k', answer: 'a' }]);
      const due = await db
        .selectFrom('webhook_deliveries')
        .innerJoin('webhook_events', 'webhook_events.id', 'event_id')
        .innerJoin('webhooks', 'webhooks.id', 'webhook_id')
        .select(['state', 'attempts', 'status', 'type', 'url'])
        .execute();
      const delivery = { state: 'pending', attempts: 2, status: 500, type: 'interview.opened' };
      assert.deepEqual(plain(due), known < 4 ? [] : [{ ...delivery, url: 'https://h.test/' }]);
      const stays = await db.selectFrom('stays').select(['id', 'from_at', 'to_at']).execute();
      assert.deepEqual(plain(stays), known < 4 ? [] : [{ id: 'stay', from_at: 77, to_at: null }]);
    });
  }
});
