import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const SECRET = 'Wq3-8fTz_2LmRk7YpVx5NcB9sHdJgA1e';

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function databaseFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'rendev-cli-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  return join(folder, 'test.sqlite');
}

function start(args: readonly string[], env: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ['--conditions=rendev-source', '--disable-warning=ExperimentalWarning', CLI, ...args],
    { env: { PATH: process.env['PATH'], ...env } },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Outcome>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
  /** Resolves to what the expression finds in the output. */
  const says = (expression: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const [, found] = expression.exec(stdout) ?? [];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', look);
      child.on('close', () => {
        reject(new Error(`ended without saying it: ${stdout}${stderr}`));
      });
      look();
    });
  return { child, ended, says };
}

const run = (args: readonly string[], env: Record<string, string>) => start(args, env).ended;

describe('rendev-signal host', () => {
  it('adds, lists, rotates and removes', async (t) => {
    const env = { RENDEV_DATABASE: databaseFor(t) };
    const added = await run(
      [
        'host',
        'add',
        'demo',
        '--origin',
        'https://a.test',
        '--origin=http://b.test:80',
        '--window=off',
      ],
      env,
    );
    assert.equal(added.code, 0, added.stderr);
    assert.match(added.stdout, /^rdv_[\w-]{43}\n$/, 'only the key, for scripts');

    const list = await run(['host', 'list'], env);
    assert.equal(
      list.stdout,
      'demo  https://a.test http://b.test  window off  retention 30 days\n',
    );
    const kept = await run(['host', 'retention', 'demo', '7'], env);
    assert.equal(kept.stdout, 'demo  retention 7 days\n');
    const rotated = await run(['host', 'rotate', 'demo'], env);
    assert.match(rotated.stdout, /^rdv_/);
    assert.notEqual(rotated.stdout, added.stdout);
    assert.equal((await run(['host', 'remove', 'demo'], env)).stdout, 'Removed demo\n');
    assert.equal((await run(['host', 'list'], env)).stdout, '');
  });

  it('refuses with a sentence and exit code 1', async (t) => {
    const env = { RENDEV_DATABASE: databaseFor(t) };
    const refused = async (args: readonly string[], sentence: RegExp) => {
      const outcome = await run(['host', ...args], env);
      assert.equal(outcome.code, 1);
      assert.equal(outcome.stdout, '');
      assert.match(outcome.stderr, sentence);
    };
    await refused(['add', 'demo', '--origin', 'a.test'], /origins\/0 must be scheme:\/\//);
    await refused(['retention', 'demo', '7'], /no host of this name/);
    await refused(['retention', 'demo', 'long'], /retentionDays must be 0 to 3650/);
    await refused(['rotate', 'demo'], /no host of this name/);
    await refused(['remove', 'demo'], /no host of this name/);
    await run(['host', 'add', 'demo'], env);
    await refused(['add', 'demo'], /exists already/);
  });
});

describe('rendev-signal webhook', () => {
  it('adds, lists, tests, replays, rotates and removes', async (t) => {
    const env = { RENDEV_DATABASE: databaseFor(t), RENDEV_SECRET: SECRET };
    await run(['host', 'add', 'demo'], env);
    const webhook = (...args: string[]) => run(['webhook', ...args], env);
    const added = await webhook('add', 'demo', 'https://a.test/', '--event', 'interview.ended');
    assert.equal(added.code, 0, added.stderr);
    assert.match(added.stdout, /^whsec_\S{44}\n$/, 'only the secret, for scripts');
    const list = await webhook('list', 'demo');
    const [, id = ''] =
      /^(\S+) {2}https:\/\/a\.test\/ {2}interview\.ended\n$/.exec(list.stdout) ?? [];
    assert.ok(added.stderr.includes(id) && id !== '');
    const tested = await webhook('test', 'demo', id);
    assert.equal(tested.code, 0, tested.stderr);
    const pending = await webhook('deliveries', 'demo', '--state', 'pending');
    const [delivery = '', , type] = pending.stdout.split('  ');
    assert.equal(type, 'webhook.test');
    assert.equal((await webhook('replay', 'demo', delivery)).stdout, 'Replaying webhook.test\n');
    const rotated = await webhook('rotate', 'demo', id);
    assert.match(rotated.stdout, /^whsec_/);
    assert.notEqual(rotated.stdout, added.stdout);
    assert.equal((await webhook('enable', 'demo', id)).code, 0);
    assert.equal((await webhook('remove', 'demo', id)).stdout, 'Removed https://a.test/\n');
    assert.equal((await webhook('list', 'demo')).stdout, '');
  });

  it('refuses with a sentence and exit code 1', async (t) => {
    const env = { RENDEV_DATABASE: databaseFor(t), RENDEV_SECRET: SECRET };
    await run(['host', 'add', 'demo'], env);
    for (const [args, sentence] of [
      [['add', 'demo', 'http://a.test/'], /url must be an https URL/],
      [
        ['add', 'demo', 'https://a.test/', '--event', 'nothing'],
        /The events are: interview\.opened/,
      ],
      [['list', 'nobody'], /no host of this name/],
      [['remove', 'demo', 'none'], /no webhook of this id/],
      [['replay', 'demo', 'none'], /no delivery of this id/],
    ] as const) {
      const outcome = await run(['webhook', ...args], env);
      assert.equal(outcome.code, 1, args.join(' '));
      assert.equal(outcome.stdout, '');
      assert.match(outcome.stderr, sentence);
    }
    const unset = await run(['webhook', 'list', 'demo'], { ...env, RENDEV_SECRET: '' });
    assert.equal(unset.code, 1);
    assert.match(unset.stderr, /^RENDEV_SECRET is missing/);
  });
});

describe('rendev-signal backup', () => {
  it('copies a store and puts the copy in its place', async (t) => {
    const env = { RENDEV_DATABASE: databaseFor(t) };
    const copy = `${env.RENDEV_DATABASE}.copy`;
    assert.equal((await run(['backup', copy], env)).code, 1, 'there is no store yet');
    await run(['host', 'add', 'demo'], env);
    assert.equal((await run(['backup', copy], env)).code, 0);
    await run(['host', 'remove', 'demo'], env);
    const restored = await run(['restore', copy], env);
    assert.equal(restored.code, 0, restored.stderr);
    assert.match((await run(['host', 'list'], env)).stdout, /^demo /);
    const again = await run(['backup', copy], env);
    assert.equal(again.code, 1);
    assert.match(again.stderr, /is there already/);
  });
});

describe('rendev-signal serve', () => {
  it('serves what the CLI adds meanwhile, and closes on a signal', async (t) => {
    const env = { RENDEV_DATABASE: databaseFor(t), RENDEV_SECRET: SECRET, RENDEV_PORT: '0' };
    const server = start(['serve'], env);
    t.after(() => server.child.kill('SIGKILL'));
    const url = await server.says(/listening at (http:\/\/[\d.:]+)/);
    const { stdout } = await run(['host', 'add', 'demo'], env);
    const response = await fetch(`${url}/v1/interviews`, {
      headers: { authorization: `Bearer ${stdout.trim()}` },
    });
    assert.equal(response.status, 200);
    await response.body?.cancel();
    server.child.kill('SIGTERM');
    assert.equal((await server.ended).code, 0);
  });

  it('refuses to start on bad settings, one line for each', async (t) => {
    const env = {
      RENDEV_DATABASE: databaseFor(t),
      RENDEV_SECRET: 'change-me',
      RENDEV_TURN_URLS: 'turn:a.test',
    };
    const { code, stderr, stdout } = await run(['serve'], env);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    const variables = stderr
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    assert.deepEqual(variables.sort(), ['RENDEV_SECRET', 'RENDEV_TURN_SECRET']);
    assert.ok(!stderr.includes('change-me'));
  });

  it('names the variable when the port is taken', async (t) => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    t.after(() => holder.close());
    const address = holder.address();
    assert.ok(address !== null && typeof address === 'object');
    const { code, stderr } = await run(['serve'], {
      RENDEV_DATABASE: databaseFor(t),
      RENDEV_SECRET: SECRET,
      RENDEV_PORT: String(address.port),
    });
    assert.equal(code, 1);
    assert.match(stderr, new RegExp(`^Port ${address.port} .* RENDEV_PORT\n$`));
  });
});
