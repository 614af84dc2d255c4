import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { Child, freePort } from './child.ts';

const USER = 'rendev';
const PASSWORD = 'only-for-tests';
/** Of 16 MB each. */
const LOG_SEGMENTS = 32;

/** The newest that is installed; Debian keeps the programs apart from PATH. */
function folderOfPrograms(): string {
  const newest = globSync('/usr/lib/postgresql/*/bin').sort().at(-1);
  if (newest === undefined) throw new Error('PostgreSQL is not installed');
  return newest;
}

/** PostgreSQL does not run as root: it becomes the user of its package. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = async (which: string) =>
    Number((await promisify(execFile)('id', [which, 'postgres'])).stdout);
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}

/** A PostgreSQL of its own in a temporary folder, on a free port of the loopback. */
export class TestPostgres {
  readonly #folder: string;
  readonly #port: number;
  readonly #child: Child;
  #databases = 0;

  /** @param durable whether a commit waits for the disk, as in production; tests do not */
  static async start({ durable = false } = {}): Promise<TestPostgres> {
    const programs = folderOfPrograms();
    const user = await unprivileged();
    const folder = await mkdtemp(join(tmpdir(), 'rendev-postgres-'));
    if (user) await chown(folder, user.uid, user.gid);
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, PASSWORD);
    await chmod(passwordFile, 0o644);
    const data = join(folder, 'data');
    const options = { ...user, cwd: folder, env: { PATH: process.env['PATH'], LANG: 'C.UTF-8' } };
    await promisify(execFile)(
      join(programs, 'initdb'),
      [
        '-D',
        data,
        '-U',
        USER,
        `--pwfile=${passwordFile}`,
        '-A',
        'scram-sha-256',
        '-E',
        'UTF8',
      ].concat(['--locale=C.UTF-8', '--no-sync']),
      options,
    );
    const port = await freePort();
    const onOrOff = durable ? 'on' : 'off';
    const settings = [
      'listen_addresses=127.0.0.1',
      'max_connections=300',
      `fsync=${onOrOff}`,
      `synchronous_commit=${onOrOff}`,
      `min_wal_size=${LOG_SEGMENTS * 16}MB`,
    ];
    const args = ['-D', data, '-p', String(port), '-k', folder];
    for (const setting of settings) args.push('-c', setting);
    const postgres = new TestPostgres(
      folder,
      port,
      new Child(join(programs, 'postgres'), args, options),
    );
    await postgres.start();
    if (durable) await postgres.#makeLog();
    return postgres;
  }

  private constructor(folder: string, port: number, child: Child) {
    this.#folder = folder;
    this.#port = port;
    this.#child = child;
  }

  url(database = 'postgres', { user = USER, password = PASSWORD } = {}): string {
    return `postgres://${user}:${password}@127.0.0.1:${this.#port}/${database}`;
  }

  /** @returns the URL of an empty database */
  async createDatabase(): Promise<string> {
    const name = `test_${process.pid}_${++this.#databases}`;
    await query(this.url(), `create database ${name}`);
    return this.url(name);
  }

  start(): Promise<void> {
    return this.#child.start(async () => {
      await query(this.url(), 'select 1');
      return true;
    });
  }

  /**
   * PostgreSQL writes over the segments of its log, but the first times it makes them, and who commits
   * waits meanwhile: here they are made, as in one that has run for a while.
   */
  async #makeLog(): Promise<void> {
    const next = "select pg_logical_emit_message(true, '', ''); select pg_switch_wal();";
    await query(this.url(), `${next.repeat(LOG_SEGMENTS)} checkpoint`);
  }

  /** Ends open transactions and cuts off who is connected, as a restart does. */
  stop(): Promise<void> {
    return this.#child.end('SIGINT');
  }

  async close(): Promise<void> {
    await this.#child.end('SIGQUIT');
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** @returns the rows */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
