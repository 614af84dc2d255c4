import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { loadConfig } from '../src/config.ts';
import { diagnose } from '../src/doctor/doctor.ts';
import { openDatabase } from '../src/storage/database.ts';
import { reserve } from './support/answers.ts';
import { HOUR, SECRET, startRestServer } from './support/rest-server.ts';
import { startReceiver } from './support/webhook-receiver.ts';

type Env = Readonly<Record<string, string>>;

/** The findings as words, for settings beside a secret. */
async function look(env: Env, now = Date.now()): Promise<string[]> {
  const findings = await diagnose(loadConfig({ RENDEV_SECRET: SECRET, ...env }), () => now);
  return findings.map(({ status, check, detail }) => `${status} ${check} ${detail}`);
}

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'rendev-doctor-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

const about = (lines: readonly string[], check: string) =>
  lines.filter((line) => line.split(' ')[1] === check);

describe('the doctor', () => {
  it('finds a server that works as it should be, and its endpoints', async (t) => {
    const server = await startRestServer(t, { env: { RENDEV_ENV: 'development' } });
    const receiver = await startReceiver(t);
    await server.ask('POST', '/v1/webhooks', { url: receiver.url });
    await server.ask('POST', '/v1/webhooks', { url: 'http://nowhere.invalid/hook?key=1' });
    await reserve(server);
    const env = { RENDEV_DATABASE: server.database, RENDEV_ENV: 'development' };
    const lines = await look(env, server.clock.now);
    assert.deepEqual(about(lines, 'config'), ['pass config as it should be']);
    assert.match(about(lines, 'store')[0] ?? '', /^pass store /);
    assert.match(about(lines, 'clock').join(), /^pass clock not behind the store/);
    assert.match(about(lines, 'turn')[0] ?? '', /^warn turn no server/);
    assert.deepEqual(about(lines, 'webhook').sort(), [
      'fail webhook http://nowhere.invalid: unreachable',
      `pass webhook ${new URL(receiver.url).origin} answers`,
    ]);
    assert.match(about(await look(env, server.clock.now - HOUR), 'clock')[0] ?? '', /by 3600 s/);
    const strict = about(await look({ RENDEV_DATABASE: server.database }), 'webhook');
    assert.ok(strict.some((line) => line.endsWith('address-refused')));
  });

  it('names settings that no server starts with', async () => {
    assert.match(
      (await look({ RENDEV_SECRET: 'short', RENDEV_PORT: '-1' }))[0] ?? '',
      /^fail config RENDEV_/,
    );
  });

  it('tells a store that is not there, is none, or is of another version', async (t) => {
    const folder = folderFor(t);
    const file = join(folder, 'store.sqlite');
    const env = { RENDEV_DATABASE: file };
    assert.match(about(await look(env), 'store')[0] ?? '', /^warn store .* first start/);
    writeFileSync(file, 'rubbish'.repeat(1_000));
    assert.match(about(await look(env), 'store')[0] ?? '', /^fail store .*not a database/);
    rmSync(file);
    const db = await openDatabase(file);
    const { sql } = await import('kysely');
    await sql`insert into kysely_migration values ('9999-future', '')`.execute(db);
    assert.match(
      about(await look(env), 'store')[0] ?? '',
      /^fail store .*newer server: 9999-future/,
    );
    await sql`delete from kysely_migration where name >= '0005'`.execute(db);
    await db.destroy();
    assert.match(about(await look(env), 'store')[0] ?? '', /^warn store the next start migrates/);
  });

  it('tells a TURN server that does not answer', async (t) => {
    const env = {
      RENDEV_DATABASE: join(folderFor(t), 'store.sqlite'),
      RENDEV_TURN_URLS: 'turn:127.0.0.1:9?transport=tcp',
      RENDEV_TURN_SECRET: SECRET,
    };
    const turn = about(await look(env), 'turn');
    assert.ok(
      turn.some((line) => line.startsWith('fail turn turn:127.0.0.1:9')),
      turn.join(),
    );
  });
});
