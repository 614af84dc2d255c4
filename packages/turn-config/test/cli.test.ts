import assert from 'node:assert/strict';
import { spawnSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { makeLab, PUBLIC, SECRET, start } from './support/lab.ts';
import type { Run } from './support/run.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const MAIN = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts');
const NODE_ARGS = ['--conditions=rendev-source', MAIN];

function turn(cwd: string, args: string[], input = ''): Run {
  const result = spawnSync(process.execPath, [...NODE_ARGS, ...args], {
    cwd,
    input,
    encoding: 'utf8',
  });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}

const INIT = ['init', '--yes', '--host', 'turn.example.com'];

describe('rendev-turn init', () => {
  it('writes settings, schema and secret', (context) => {
    const folder = temporaryFolder(context);
    const { code, stdout } = turn(folder, INIT);
    assert.equal(code, 0);
    assert.match(stdout, /turn\.json/);
    assert.deepEqual(readdirSync(folder).sort(), [
      'turn-secret-first',
      'turn.json',
      'turn.schema.json',
    ]);
    const again = turn(folder, INIT);
    assert.equal(again.code, 1);
    assert.match(again.stderr, /is there already/);
  });

  it('asks what it was not told', async (context) => {
    const folder = temporaryFolder(context);
    const child = spawn(process.execPath, [...NODE_ARGS, 'init'], { cwd: folder });
    const answers = ['turn.example.com', 'static', '203.0.113.10', '10.0.1.5', '', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().endsWith(': ')) child.stdin.write(`${answers.shift() ?? ''}\n`);
    });
    const [code] = (await once(child, 'exit')) as [number];
    assert.equal(code, 0);
    const settings = JSON.parse(readFileSync(join(folder, 'turn.json'), 'utf8')) as object;
    assert.ok('addresses' in settings && 'coturn' in settings);
    assert.deepEqual(settings.addresses, {
      source: 'static',
      local: '10.0.1.5',
      public: '203.0.113.10',
    });
    assert.equal(settings.coturn, '4.6');
  });

  it('ends when nobody answers', (context) => {
    const folder = temporaryFolder(context);
    const { code, stderr } = turn(folder, ['init'], 'turn.example.com\n');
    assert.equal(code, 1);
    assert.match(stderr, /--yes/);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('says what does not fit, and writes nothing', (context) => {
    const folder = temporaryFolder(context);
    const { code, stderr } = turn(folder, [...INIT, '--architecture', 'arm64']);
    assert.equal(code, 1);
    assert.match(stderr, /arm64-unsafe/);
    assert.deepEqual(readdirSync(folder), []);
  });
});

describe('rendev-turn render', () => {
  it('writes each target into a folder of its own', (context) => {
    const folder = temporaryFolder(context);
    turn(folder, INIT);
    const { code } = turn(folder, ['render', '--target', 'cloud-init,env', '--out', 'out']);
    assert.equal(code, 0);
    const file = join(folder, 'out', 'cloud-init', 'cloud-init.yaml');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.match(
      readFileSync(join(folder, 'out', 'env', 'signal-server.env'), 'utf8'),
      /RENDEV_TURN_SECRET=/,
    );
  });

  it('prints without a folder', (context) => {
    const folder = temporaryFolder(context);
    turn(folder, INIT);
    const { stdout } = turn(folder, ['render', '--target', 'env']);
    assert.match(stdout, /^RENDEV_TURN_URLS=stun:turn\.example\.com:3478,turn:/m);
  });

  it('renders nothing when anything is wrong', (context) => {
    const folder = temporaryFolder(context);
    turn(folder, INIT);
    for (const [args, message] of [
      [['render', '--target', 'env,logrotate', '--out', 'out'], /target-unsuitable/],
      [['render', '--target', 'env,fax', '--out', 'out'], /no target fax/],
      [['render', '--target', 'env', '--here', '--out', 'out'], /tls-unreadable/],
      [['render', '--target', 'env', '--file', 'none.json', '--out', 'out'], /settings-unreadable/],
    ] as const) {
      const { code, stderr } = turn(folder, [...args]);
      assert.equal(code, 1, args.join(' '));
      assert.match(stderr, message);
    }
    writeFileSync(join(folder, 'turn-secret-first'), '');
    const { code, stderr, stdout } = turn(folder, ['render', '--target', 'turnserver.conf']);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /secret-empty/);
    assert.ok(!existsSync(join(folder, 'out')));
  });
});

describe('rendev-turn rotate', () => {
  it('says what to do next', (context) => {
    const folder = temporaryFolder(context);
    turn(folder, INIT);
    const added = turn(folder, ['rotate']);
    assert.equal(added.code, 0);
    assert.match(added.stdout, /1 of 4\. Added secret-2.*turnadmin --set-secret/s);
    assert.match(turn(folder, ['rotate', '--skip-probe']).stdout, /2 of 4/);
    assert.match(turn(folder, ['rotate']).stdout, /3 of 4/);
    assert.match(turn(folder, ['rotate']).stdout, /3 of 4/);
  });
});

describe('rendev-turn doctor', () => {
  it('is content with our server, by its exit code too', async (context) => {
    const folder = temporaryFolder(context);
    const lab = await makeLab(context);
    await start(context, lab);
    writeFileSync(join(folder, 'secret'), SECRET);
    writeFileSync(join(folder, 'ca.pem'), lab.certificate.pem);
    const known = ['--secret-file', 'secret', '--public-address', PUBLIC, '--ca-file', 'ca.pem'];
    const urls = [lab.url('udp'), lab.url('tls')];
    const table = turn(folder, ['doctor', ...urls, ...known]);
    assert.equal(table.code, 0, table.stdout + table.stderr);
    assert.match(table.stdout, /No check failed/);
    const json = turn(folder, ['doctor', ...urls, ...known, '--json']);
    const report = JSON.parse(json.stdout) as { ok: boolean; examinations: { uri: string }[] };
    assert.ok(report.ok, json.stdout);
    assert.deepEqual(
      report.examinations.map(({ uri }) => uri),
      urls,
    );
  });

  it('fails with what is wrong', async (context) => {
    const folder = temporaryFolder(context);
    const lab = await makeLab(context);
    writeFileSync(join(folder, 'secret'), SECRET);
    const { code, stdout } = turn(folder, ['doctor', lab.url('tcp'), '--secret-file', 'secret']);
    assert.equal(code, 1);
    assert.match(stdout, /unreachable/);
    for (const args of [
      ['doctor', 'https://example.com', '--secret-file', 'secret'],
      ['doctor', lab.url('tcp'), '--secret-file', 'none'],
      ['doctor', lab.url('tcp'), '--secret-file', 'secret', '--timeout', 'soon'],
      ['doctor', lab.url('tcp')],
    ]) {
      const refused = turn(folder, args);
      assert.equal(refused.code, 1, args.join(' '));
      assert.notEqual(refused.stderr, '');
      assert.doesNotMatch(refused.stderr, /\bat .*\.ts:\d+/, 'no stack trace');
    }
  });
});

describe('rendev-turn size', () => {
  it('tells what calls take', (context) => {
    const folder = temporaryFolder(context);
    assert.match(turn(folder, ['size', '--calls', '50']).stdout, /45 Mbit\/s/);
    const json = turn(folder, ['size', '--calls', '50', '--json']);
    assert.equal((JSON.parse(json.stdout) as { relayedLinks: number }).relayedLinks, 15);
    assert.equal(turn(folder, ['size', '--calls', 'many']).code, 1);
    assert.equal(turn(folder, ['size', '--calls', '5', '--people', '9']).code, 1);
  });
});
