import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Ends what hangs: a busy machine is no failure. */
const PATIENCE_MS = 120_000;

/** A port of 127.0.0.1 that nobody listens on now, for a server that is told its port. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A program that runs beside a test, to be ended and started again. */
export class Child {
  readonly #command: string;
  readonly #args: readonly string[];
  readonly #options: SpawnOptions;
  #process: ChildProcess | null = null;
  #said = '';

  constructor(command: string, args: readonly string[], options: SpawnOptions = {}) {
    this.#command = command;
    this.#args = args;
    this.#options = options;
  }

  /** @param isUp throws or answers `false` while it is not */
  async start(isUp: () => Promise<boolean>): Promise<void> {
    const child = spawn(this.#command, this.#args, {
      ...this.#options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    this.#said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        this.#said = (this.#said + chunk.toString()).slice(-4_000);
      });
    }
    const failed = once(child, 'error').then(([error]: Error[]) => {
      throw error ?? new Error('It does not start');
    });
    failed.catch(() => undefined);
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await Promise.race([isUp().catch(() => false), failed]))) {
      const ended = child.exitCode !== null || child.signalCode !== null;
      if (ended || Date.now() > deadline) {
        await this.end('SIGKILL');
        throw new Error(`${this.#command} does not come up: ${this.#said}`);
      }
      await delay(50);
    }
  }

  /** What it wrote last. */
  get said(): string {
    return this.#said;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
