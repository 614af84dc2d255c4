import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { EntryResponse, InterviewCreated } from '@rendev/interview-protocol';
import { Webhook as Verifier } from 'standardwebhooks';
import { HostsService } from '../../packages/signal-server/src/hosts/hosts-service.ts';
import { KeyRing } from '../../packages/signal-server/src/keys.ts';
import { openDatabase } from '../../packages/signal-server/src/storage/database.ts';
import { WebhookSecrets } from '../../packages/signal-server/src/webhooks/webhook-secrets.ts';
import { Client, eventually } from '../../packages/signal-server/test/realtime/client.ts';

const MAIN = fileURLToPath(
  new URL('../../packages/signal-server/src/serve/main.ts', import.meta.url),
);
const newSecret = (): string => randomBytes(48).toString('base64');

/** The server as it is run, with a file of secrets that the variable names. */
async function startProcess(
  t: TestContext,
  secrets: readonly string[],
  variable = 'RENDEV_SECRET_FILE',
  env: Readonly<Record<string, string>> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'rendev-secrets-'));
  const [database, file] = [join(folder, 'store.sqlite'), join(folder, 'secrets')];
  const write = (all: readonly string[]) => {
    writeFileSync(file, all.join('\n'));
  };
  write(secrets);
  const db = await openDatabase(database);
  const added = await new HostsService(db, Date.now).add('host', []);
  await db.destroy();
  assert.ok(added.ok);
  const { apiKey } = added.value;

  const child = spawn(
    process.execPath,
    ['--conditions=rendev-source', '--disable-warning=ExperimentalWarning', MAIN],
    {
      env: { RENDEV_DATABASE: database, [variable]: file, RENDEV_PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  t.after(async () => {
    const gone = once(child, 'exit');
    if (child.kill('SIGKILL')) await gone;
    rmSync(folder, { recursive: true });
  });
  let log = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
  const url = await eventually(
    'the server',
    () => /listening at (http:\/\/[\d.:]+)/.exec(log)?.[1],
  );

  const ask = async (method: string, path: string, body?: object, headers: object = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as unknown;
  };
  /** Writes the file and tells the server; resolves when it says that it has read. */
  const rotate = async (all: readonly string[], said = 'read again') => {
    write(all);
    const begin = log.length;
    child.kill('SIGHUP');
    await eventually(said, () => log.slice(begin).includes(said) || undefined);
  };
  return { url, ask, rotate, isRunning: () => child.exitCode === null, log: () => log };
}

describe('the master secret', () => {
  it('is rotated while the server runs: what was given out before works until it is dropped', async (t) => {
    const [old, fresh] = [newSecret(), newSecret()];
    const server = await startProcess(t, [old]);
    const booking = {
      scheduledAt: new Date().toISOString(),
      participants: [{ role: 'interviewer', name: 'Jiwoo' }],
    };
    const book = async (key: string) =>
      (await server.ask('POST', '/v1/interviews', booking, {
        'idempotency-key': key,
      })) as InterviewCreated;
    const enter = async (code: string | null | undefined) =>
      (await server.ask('POST', '/v1/entries', { protocol: 1, code })) as EntryResponse & {
        code?: string;
      };
    const join = async (auth: object) => {
      const client = new Client(server.url, auth);
      t.after(() => {
        client.close();
      });
      return client.until<string>('an outcome', () => {
        if (client.refusal instanceof Error) throw client.refusal;
        return (
          client.refusal?.code ?? (client.all('room:snapshot').length > 0 ? 'joined' : undefined)
        );
      });
    };
    const before = await book('before');
    const code = before.participants[0]?.code;
    const { ticket } = await enter(code);
    assert.equal(await join({ ticket }), 'joined');

    await server.rotate([fresh, old]);
    assert.equal(await join({ ticket }), 'joined', 'a ticket of the old secret');
    assert.equal(await join({ ticket: (await enter(code)).ticket }), 'joined', 'a code of it');
    assert.deepEqual(await book('before'), before, 'an answer that was kept, codes and all');
    const after = await book('after');
    const newCode = after.participants[0]?.code;
    const newTicket = (await enter(newCode)).ticket;

    await server.rotate([fresh]);
    assert.equal(await join({ ticket }), 'ticket-invalid', 'the old secret signs nothing any more');
    assert.equal((await enter(code)).code, 'code-invalid');
    assert.equal(await join({ ticket: newTicket }), 'joined');
    assert.equal(await join({ ticket: (await enter(newCode)).ticket }), 'joined');

    // An unfit file changes nothing, ends nothing, and is told without a secret.
    await server.rotate(['short'], 'stay as they were');
    assert.equal(await join({ ticket: newTicket }), 'joined');
    assert.ok(server.isRunning());
    for (const secret of [old, fresh, 'short"']) assert.ok(!server.log().includes(secret));
  });

  it('of webhooks signs with the old one beside the new one, so that no receiver refuses', () => {
    const webhook = { id: 'webhook', secret_number: 1, previous_until: null };
    const [old, fresh] = ['the old secret', 'the new secret'];
    const before = new WebhookSecrets(new KeyRing([old]));
    const keys = new KeyRing([old]);
    const secrets = new WebhookSecrets(keys);
    keys.replace([fresh, old]);
    const [first, second] = secrets.signing(webhook, 0);
    assert.equal(first, new WebhookSecrets(new KeyRing([fresh])).current(webhook));
    assert.equal(second, before.current(webhook));
    const at = new Date();
    const signatures = secrets
      .signing(webhook, 0)
      .map((secret) => new Verifier(secret).sign('msg', at, '{}'))
      .join(' ');
    const headers = {
      'webhook-id': 'msg',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': signatures,
    };
    assert.deepEqual(new Verifier(before.current(webhook)).verify('{}', headers), {});
  });
});

describe('the secret of TURN', () => {
  it('is rotated while the server runs, and named in the metrics, never shown', async (t) => {
    const [old, fresh] = [newSecret(), newSecret()];
    // No master secret: the one that was made up for this process must outlive the rotation.
    const server = await startProcess(t, [`${old} secret-1`], 'RENDEV_TURN_SECRET_FILE', {
      RENDEV_ENV: 'development',
      RENDEV_TURN_URLS: 'turn:turn.test:3478',
    });
    const booking = { scheduledAt: new Date().toISOString() };
    const { code } = (await server.ask('POST', '/v1/interviews', booking)) as InterviewCreated;
    const assertSignedBy = async (secret: string, id: string) => {
      const entry = (await server.ask('POST', '/v1/entries', {
        protocol: 1,
        code,
      })) as EntryResponse;
      const { username = '', credential } = entry.iceServers[0] ?? {};
      assert.equal(credential, createHmac('sha1', secret).update(username).digest('base64'));
      const metrics = await (await fetch(`${server.url}/metrics`)).text();
      const named = [...metrics.matchAll(/^rendev_turn_signing_secret\{secret_id="(.*)"\} 1$/gm)];
      assert.deepEqual(
        named.map(([, name]) => name),
        [id],
      );
    };
    await assertSignedBy(old, 'secret-1');
    await server.rotate([`${fresh} secret-2`]);
    await assertSignedBy(fresh, 'secret-2');
    await server.rotate(['short secret-3'], 'stay as they were');
    await assertSignedBy(fresh, 'secret-2');
    for (const secret of [old, fresh]) assert.ok(!server.log().includes(secret));
  });
});
