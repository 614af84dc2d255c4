import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HostsService } from '../src/hosts/hosts-service.ts';
import { openDatabase } from '../src/storage/database.ts';
import { SECRET } from './support/rest-server.ts';
import { startReceiver } from './support/webhook-receiver.ts';

const MAIN = fileURLToPath(new URL('../src/serve/main.ts', import.meta.url));

describe('a server that is killed', () => {
  it('loses no webhook between the commit and the delivery', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'rendev-kill-'));
    const database = join(folder, 'test.sqlite');
    t.after(() => {
      rmSync(folder, { recursive: true });
    });
    const db = await openDatabase(database);
    const host = await new HostsService(db, Date.now).add('host', []);
    await db.destroy();
    assert.ok(host.ok);
    const authorization = `Bearer ${host.value.apiKey}`;

    const start = async () => {
      const child = spawn(
        process.execPath,
        ['--conditions=rendev-source', '--disable-warning=ExperimentalWarning', MAIN],
        {
          env: {
            RENDEV_DATABASE: database,
            RENDEV_SECRET: SECRET,
            RENDEV_ENV: 'development',
            RENDEV_PORT: '0',
          },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      t.after(() => child.kill('SIGKILL'));
      let log = '';
      for await (const chunk of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
        log += chunk;
        const [, url] = /listening at (http:\/\/[\d.:]+)/.exec(log) ?? [];
        if (url !== undefined) return { child, url };
      }
      throw new Error(`It did not start: ${log}`);
    };
    const post = async (url: string, path: string, body: object) => {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      assert.ok(response.ok, await response.clone().text());
      return response.json() as Promise<{ id: string }>;
    };

    // It takes what comes and answers nothing: the first server dies with the delivery on its way.
    const receiver = await startReceiver(t);
    receiver.status = null;
    const first = await start();
    await post(first.url, '/v1/webhooks', { url: receiver.url });
    const { id } = await post(first.url, '/v1/interviews', {
      scheduledAt: new Date().toISOString(),
    });
    await receiver.until(1);
    const ended = await post(first.url, `/v1/interviews/${id}/end`, {});
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    assert.equal(ended.id, id);

    // The claim of the lost process runs out after a minute: that minute is over.
    const between = await openDatabase(database);
    const pending = await between
      .updateTable('webhook_deliveries')
      .set((eb) => ({ next_at: eb('next_at', '-', 60_000) }))
      .where('state', '=', 'pending')
      .returning('id')
      .execute();
    await between.destroy();
    assert.equal(pending.length, 2);
    receiver.status = 204;
    receiver.received.length = 0;
    await start();
    const came = await receiver.until(2);
    assert.deepEqual(came.map(({ event }) => event.type).sort(), [
      'interview.ended',
      'interview.opened',
    ]);
  });
});
