import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { migrationNames, openDatabase } from '../src/storage/database.ts';
import { StartFault } from '../src/start-fault.ts';
import { freePort } from './support/child.ts';
import { TestPostgres } from './support/postgres.ts';
import { TEST_POSTGRES } from './support/store.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
/** These are about SQLite, start processes on its files, or need no store. */
const APART =
  /(^|\/)(backup|cli|doctor|original-defects|postgres|storing-thread|turn|webhook-kill)\.test\.ts$/;
const FILES = ['*.test.ts', 'realtime/*.test.ts'].flatMap((pattern) =>
  globSync(pattern, { cwd: here }).filter((file) => !APART.test(file)),
);

describe('PostgreSQL as the store', () => {
  let postgres: TestPostgres;
  before(async () => {
    postgres = await TestPostgres.start();
  });
  after(() => postgres.close());

  const faultOf = async (database: string): Promise<StartFault> => {
    const opened = await openDatabase(database).catch((error: unknown) => error);
    assert.ok(opened instanceof StartFault, String(opened));
    return opened;
  };

  it('is migrated by one of many servers that start at once', async () => {
    const url = await postgres.createDatabase();
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase(url)));
    const [first] = opened;
    assert.ok(first);
    const { rows } = await sql`select name from kysely_migration`.execute(first);
    assert.equal(rows.length, migrationNames.length);
    await Promise.all(opened.map((db) => db.destroy()));
  });

  it('is refused by code where nothing answers, the user is wrong or the schema newer', async () => {
    const nobody = `postgres://rendev:a-secret@127.0.0.1:${await freePort()}/rendev`;
    const unreachable = await faultOf(nobody);
    assert.equal(unreachable.code, 'store-unreachable');
    assert.ok(!unreachable.message.includes('a-secret'));
    const forbidden = await faultOf(postgres.url('postgres', { user: 'rendev', password: 'no' }));
    assert.equal(forbidden.code, 'store-forbidden');
    assert.equal((await faultOf(postgres.url('no_such_database'))).code, 'store-forbidden');

    const url = await postgres.createDatabase();
    const db = await openDatabase(url);
    await sql`insert into kysely_migration values ('9999-of-tomorrow', '')`.execute(db);
    await db.destroy();
    const newer = await faultOf(url);
    assert.equal(newer.code, 'store-newer');
    assert.match(newer.message, /9999-of-tomorrow/);
  });

  it('passes the tests of the server as SQLite does', async (t) => {
    assert.ok(FILES.length > 20);
    const args = ['--conditions=rendev-source', '--test', '--test-concurrency=2'];
    const child = spawn(process.execPath, [...args, '--test-reporter=spec', ...FILES], {
      cwd: here,
      // Of this test, whose child would report to it in a form of its own.
      env: { ...process.env, NODE_TEST_CONTEXT: undefined, [TEST_POSTGRES]: postgres.url() },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const [code] = (await once(child, 'close')) as [number];
    const [, failures = ''] = said.split('failing tests:');
    t.diagnostic(/tests \d+/.exec(said)?.[0] ?? 'no tests');
    assert.equal(code, 0, failures || said.slice(-4_000));
  });
});
