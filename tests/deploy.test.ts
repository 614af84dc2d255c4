import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { loadConfig } from '@rendev/signal-server';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '..');
const COMPOSE = join(ROOT, 'deploy/compose');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly [setting: string]: unknown;
}

interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: { readonly default: { readonly ipam: { readonly config: unknown } } };
}

const readCompose = (text: string): ComposeFile => parse(text) as ComposeFile;
const compose = readCompose(read('deploy/compose/compose.yaml'));
const { signal, caddy, turn } = compose.services;
assert.ok(signal && caddy && turn);

/** What somebody fills in. */
const FILLED: Readonly<Record<string, string>> = {
  RENDEV_SECRET: 'Wq3-8fTz_2LmRk7YpVx5NcB9sHdJgA1e',
  RENDEV_TURN_SECRET: 'kX3vQ9pL2mN8rT5wY7zB4cD6fG1hJ0sA',
  TURN_PUBLIC_ADDRESS: '203.0.113.10',
  TURN_LOCAL_ADDRESS: '10.0.1.5',
};

/** The variables of .env.example, the empty ones filled in. */
function readExample(): Record<string, string> {
  const lines = read('deploy/compose/.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm);
  return Object.fromEntries(
    [...lines].map(([, name = '', value = '']) => [name, value || fill(name)]),
  );
}

function fill(name: string): string {
  const value = FILLED[name];
  assert.ok(value, `${name} of .env.example is new to this test`);
  return value;
}

/** As Compose puts variables in: `${NAME}`, `${NAME:?message}`, `${NAME:-default}`. */
const substitute = (text: string, env: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\$\{([A-Z_]+)(?::[?-][^}]*)?\}/g, (_all, name: string) => {
    assert.ok(env[name], `${name} is not in .env.example`);
    return env[name];
  });

const environmentOf = (service: Service): Record<string, string> =>
  Object.fromEntries(
    Object.entries(service.environment ?? {}).map(([name, value]) => [
      name,
      substitute(value, readExample()),
    ]),
  );

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'rendev-deploy-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

describe('the image', () => {
  const dockerfile = read('deploy/Dockerfile');

  it('copies what there is, with the manifest of every workspace', () => {
    const { workspaces, devDependencies } = JSON.parse(read('package.json')) as {
      workspaces: string[];
      devDependencies: Record<string, string>;
    };
    const lines = [...dockerfile.matchAll(/^COPY (?:--from=(\S+) )?(.+) \S+$/gm)];
    const sources = lines.flatMap(([, from, files = '']) => (from ? [] : files.split(' ')));
    for (const source of sources) assert.ok(existsSync(join(ROOT, source)), source);
    const manifests = sources.filter((source) => source.endsWith('/package.json'));
    assert.deepEqual(manifests.sort(), workspaces.map((name) => `${name}/package.json`).sort());
    const [, major] = /^ARG NODE_VERSION=(\d+)$/m.exec(dockerfile) ?? [];
    assert.equal(major, devDependencies['node']?.split('.')[0]);
  });

  it('is healthy while the server is ready, and only then', async (t) => {
    const [, command = ''] = /^HEALTHCHECK[^[]+(\[.+\])$/m.exec(dockerfile) ?? [];
    const [program, ...args] = JSON.parse(command) as string[];
    assert.equal(program, 'node');
    const asked: (string | undefined)[] = [];
    let status = 200;
    const server = createServer(({ url }, response) => {
      asked.push(url);
      response.writeHead(status).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    t.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const check = () =>
      new Promise<number | null>((done) => {
        const env = { RENDEV_PORT: String(port) };
        spawn(process.execPath, args, { env, stdio: 'ignore' }).on('close', done);
      });
    assert.equal(await check(), 0);
    status = 503;
    assert.equal(await check(), 1);
    assert.deepEqual(asked, ['/readyz', '/readyz']);
    await new Promise((done) => server.close(done));
    assert.equal(await check(), 1, 'nobody listens');
  });
});

describe('compose.yaml', () => {
  it('refers to what there is', () => {
    for (const [name, { build, volumes = [], depends_on = {} }] of Object.entries(
      compose.services,
    )) {
      if (build) {
        const dockerfile = join(COMPOSE, build.context, build.dockerfile);
        assert.ok(existsSync(dockerfile), `${name}: ${dockerfile}`);
      }
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        const isThere = source.startsWith('.')
          ? existsSync(join(COMPOSE, source))
          : Object.hasOwn(compose.volumes, source);
        assert.ok(isThere, `${name}: ${volume}`);
      }
      for (const other of Object.keys(depends_on)) assert.ok(compose.services[other], other);
    }
  });

  it('has every variable explained in .env.example, and each of those is used', () => {
    const used = [...read('deploy/compose/compose.yaml').matchAll(/\$\{([A-Z_]+)/g)];
    const names = new Set(used.map(([, name]) => name));
    assert.deepEqual([...names].sort(), Object.keys(readExample()).sort());
    const inCaddy = [...read('deploy/compose/Caddyfile').matchAll(/\{\$([A-Z_]+)\}/g)];
    assert.deepEqual(
      inCaddy.map(([, name = '']) => name).sort(),
      Object.keys(caddy.environment ?? {}).sort(),
    );
    assert.match(read('deploy/compose/Caddyfile'), /reverse_proxy signal:3030/);
  });

  it('gives the signal server settings that it starts with', () => {
    const loaded = loadConfig(environmentOf(signal));
    assert.ok(loaded.ok, JSON.stringify(loaded));
    assert.deepEqual(loaded.warnings, []);
    const network = loaded.value.trustProxy;
    assert.deepEqual(compose.networks.default.ipam.config, [{ subnet: network }]);
  });

  it('runs coturn as rendev-turn would, with the settings of .env', (t) => {
    const folder = temporaryFolder(t);
    const shim = join(folder, 'rendev-turn');
    const cli = join(ROOT, 'packages/turn-config/src/cli/main.ts');
    writeFileSync(
      shim,
      `#!/bin/sh\nexec "${process.execPath}" --conditions=rendev-source "${cli}" "$@"\n`,
    );
    chmodSync(shim, 0o755);
    const settings = compose.services['turn-settings'];
    assert.ok(settings);
    const env = { ...environmentOf(settings), PATH: `${folder}:${process.env['PATH'] ?? ''}` };
    const owner = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
    const out = join(folder, 'settings');
    execFileSync('mkdir', [out]);
    const args = [join(COMPOSE, 'turn-settings.sh'), out, owner];
    execFileSync('sh', args, { env, stdio: 'pipe' });
    // A second start leaves everything as it is.
    execFileSync('sh', args, { env, stdio: 'pipe' });

    const conf = readFileSync(join(out, 'docker/turnserver.conf'), 'utf8');
    assert.match(
      conf,
      new RegExp(`^static-auth-secret=${FILLED['RENDEV_TURN_SECRET'] ?? ''}$`, 'm'),
    );
    assert.match(conf, /^external-ip=203\.0\.113\.10\/10\.0\.1\.5$/m);
    const rendered = readCompose(readFileSync(join(out, 'docker/compose.yaml'), 'utf8'));
    const keys = [
      'image',
      'network_mode',
      'user',
      'read_only',
      'cap_drop',
      'cap_add',
      'ulimits',
      'tmpfs',
    ];
    for (const key of keys) assert.deepEqual(turn[key], rendered.services['turn']?.[key], key);
    const asked = ['render', '--file', join(out, 'turn.json'), '--target', 'env'];
    const forServer = execFileSync(shim, asked, { encoding: 'utf8' });
    const { RENDEV_TURN_URLS: urls = '' } = environmentOf(signal);
    assert.ok(forServer.includes(`RENDEV_TURN_URLS=${urls}\n`), forServer);
  });
});

describe(
  'the systemd unit',
  { skip: hasSystemd() ? false : 'systemd-analyze is not installed' },
  () => {
    it('means something to systemd, and gives the server little to harm', (t) => {
      const folder = temporaryFolder(t);
      const text = read('deploy/systemd/rendev-signal.service');
      const [, script = ''] =
        /^ExecStart=\/usr\/bin\/node .*\/opt\/rendev-interview\/(\S+) serve$/m.exec(text) ?? [];
      assert.deepEqual(globSync(script, { cwd: ROOT }), [script]);
      const unit = join(folder, 'rendev-signal.service');
      // The machine of this test has its Node elsewhere.
      writeFileSync(unit, text.replace('=/usr/bin/node', `=${process.execPath}`));
      const analyze = (...args: string[]) =>
        spawnSync('systemd-analyze', args, { encoding: 'utf8' });
      const verified = analyze('verify', '--man=no', unit);
      assert.equal(verified.status, 0, verified.stderr);
      assert.ok(!verified.stderr.includes(unit), verified.stderr);
      const secured = analyze('security', '--offline=true', '--threshold=20', unit);
      assert.equal(secured.status, 0, secured.stdout.slice(-300) + secured.stderr);
    });
  },
);

function hasSystemd(): boolean {
  return spawnSync('systemd-analyze', ['--version']).status === 0;
}
