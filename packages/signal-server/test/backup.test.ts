import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { backUp, restore } from '../src/storage/backup.ts';
import { openDatabase } from '../src/storage/database.ts';
import { reserve } from './support/answers.ts';
import { startRestServer } from './support/rest-server.ts';

async function codeOf(work: ReturnType<typeof restore> | ReturnType<typeof backUp>) {
  const result = await work;
  return result.ok ? 'ok' : result.error.code;
}

describe('a backup', () => {
  it('is whole while the server writes, and holds what was acknowledged before it', async (t) => {
    const server = await startRestServer(t);
    const folder = dirname(server.database);
    const file = join(folder, 'copy.sqlite');
    const before: string[] = [];
    for (let index = 0; index < 20; index++) before.push((await reserve(server)).id);
    const enough = new AbortController();
    const written: string[] = [];
    const writing = (async () => {
      while (!enough.signal.aborted) written.push((await reserve(server)).id);
    })();
    assert.equal(await codeOf(backUp(server.database, file)), 'ok');
    enough.abort();
    await writing;
    const last = await reserve(server);
    assert.equal(await codeOf(backUp(server.database, file)), 'conflict');
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.part')),
      [],
    );

    // Into a store that the server uses nothing is restored.
    assert.equal(await codeOf(restore(file, server.database, 1)), 'conflict');
    assert.ok((await server.ask('GET', `/v1/interviews/${last.id}`)).status === 200);
    await server.app.close();
    const restored = await restore(file, server.database, 77);
    assert.deepEqual(restored, { ok: true, value: `${server.database}.77` });
    const db = await openDatabase(server.database);
    const rows = await db.selectFrom('interviews').select('id').execute();
    const replaced = await openDatabase(`${server.database}.77`);
    const kept = await replaced.selectFrom('interviews').select('id').execute();
    await Promise.all([db.destroy(), replaced.destroy()]);
    const ids = new Set(rows.map(({ id }) => id));
    assert.ok(before.every((id) => ids.has(id)));
    assert.ok(!ids.has(last.id));
    assert.equal(kept.length, before.length + written.length + 1, 'what was there is kept');
  });

  it('is restored where nothing was', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const file = join(dirname(server.database), 'copy.sqlite');
    const fresh = join(dirname(server.database), 'fresh.sqlite');
    assert.equal(await codeOf(backUp(server.database, file)), 'ok');
    assert.deepEqual(await restore(file, fresh, 1), { ok: true, value: undefined });
    const db = await openDatabase(fresh);
    const found = await db.selectFrom('interviews').select('id').execute();
    await db.destroy();
    assert.deepEqual(
      found.map((row) => row.id),
      [id],
    );
  });

  it('is refused where it is none, or of nothing', async (t) => {
    const server = await startRestServer(t);
    const folder = dirname(server.database);
    const rubbish = join(folder, 'rubbish.sqlite');
    writeFileSync(rubbish, 'x'.repeat(5_000));
    const target = join(folder, 'target.sqlite');
    assert.equal(await codeOf(restore(rubbish, target, 1)), 'bad-request');
    assert.equal(await codeOf(restore(join(folder, 'none'), target, 1)), 'bad-request');
    writeFileSync(rubbish, '');
    assert.equal(await codeOf(restore(rubbish, target, 1)), 'bad-request');
    assert.equal(await codeOf(backUp(target, join(folder, 'copy'))), 'not-found');
  });
});
