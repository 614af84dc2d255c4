import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { profileFor, type CoturnVersion } from '../../src/settings/coturn-versions.ts';
import { TurnClient } from '../../src/stun/turn-client.ts';

/** Another build of coturn can be tested by its path. */
const BINARY = process.env['RENDEV_TURNSERVER'] ?? 'turnserver';

const READY_TIMEOUT_MS = 15_000;
const PROBE_TIMEOUT_MS = 300;
const PROBE_PAUSE_MS = 25;

export interface Coturn {
  /** Path of the SQLite file that turnadmin writes secrets to. */
  database: string;
  /** Everything that coturn has written so far. */
  log(): string;
  hasExited(): boolean;
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/** The profile of the coturn that the tests run against. */
export function coturnVersion(): CoturnVersion {
  let output;
  try {
    output = execFileSync(BINARY, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (cause) {
    throw new Error(`These tests need coturn (Debian: apt-get install coturn): ${BINARY}`, {
      cause,
    });
  }
  const release = /\d+\.\d+\.\d+/.exec(output)?.[0] ?? '';
  const profile = profileFor(release);
  if (!profile) throw new Error(`coturn ${release} is older than any profile`);
  return profile;
}

/** Starts coturn with a configuration and waits until it answers on `port` at `address`. */
export async function startCoturn(conf: string, address: string, port: number): Promise<Coturn> {
  const folder = mkdtempSync(join(tmpdir(), 'rendev-coturn-'));
  const file = join(folder, 'turnserver.conf');
  writeFileSync(file, conf, { mode: 0o600 });
  const database = join(folder, 'turndb');
  const child = spawn(BINARY, ['-c', file, `--userdb=${database}`], { cwd: folder });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  }
  const exited = once(child, 'exit');
  const coturn: Coturn = {
    database,
    log: () => log,
    hasExited: () => hasExited(child),
    signal: (name) => child.kill(name),
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const giveUp = Date.now() + READY_TIMEOUT_MS;
  while (!(await answers(address, port))) {
    if (hasExited(child) || Date.now() > giveUp) {
      await coturn.stop();
      throw new Error(`coturn does not answer:\n${log}`);
    }
    await delay(PROBE_PAUSE_MS);
  }
  return coturn;
}

async function answers(address: string, port: number): Promise<boolean> {
  const controller = new AbortController();
  const options = { timeoutMs: PROBE_TIMEOUT_MS, signal: controller.signal };
  try {
    for (const transport of ['udp', 'tcp'] as const) {
      const connected = await TurnClient.connect(
        { transport, address, port, host: address },
        options,
      );
      if (!connected.ok || !(await connected.client.binding()).ok) return false;
    }
    return true;
  } finally {
    controller.abort();
  }
}

function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** coturn never relays to 127.0.0.1: relays need another address of this machine. */
export function ownAddress(): string {
  const own = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!own) throw new Error('These tests need one IPv4 address beside 127.0.0.1');
  return own.address;
}

/** A port that is free for TCP and UDP. */
export async function freePort(address: string): Promise<number> {
  for (;;) {
    const server = createServer().listen(0, address);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const socket = createSocket('udp4');
    const isFree = await new Promise<boolean>((resolve) => {
      socket.once('error', () => {
        resolve(false);
      });
      socket.bind(port, address, () => {
        resolve(true);
      });
    });
    socket.close();
    server.close();
    await once(server, 'close');
    if (isFree) return port;
  }
}
