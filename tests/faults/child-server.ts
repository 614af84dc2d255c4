import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type {
  InterviewCreate,
  InterviewCreated,
  TicketRequest,
  TicketResponse,
} from '@rendev/interview-protocol';
import { until } from '../e2e/until.ts';

const source = (path: string): string =>
  fileURLToPath(new URL(`../../packages/signal-server/src/${path}`, import.meta.url));
const NODE_ARGS = ['--conditions=rendev-source', '--disable-warning=ExperimentalWarning'];
const SECRET = Buffer.alloc(48, 'a secret of these tests alone ').toString('base64');

/** What Node is started with. */
export interface ServerProgram {
  readonly serve: readonly string[];
  readonly cli: readonly string[];
}

const SOURCES: ServerProgram = {
  serve: [...NODE_ARGS, source('serve/main.ts')],
  cli: [...NODE_ARGS, source('cli/main.ts')],
};

/** The signal server as a process of its own on an SQLite file, to be killed and started again. */
export class ChildServer {
  readonly port: number;
  readonly #folder: string;
  readonly #program: ServerProgram;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  #process: ChildProcess | null = null;
  #apiKey = '';

  /**
   * @param environment further settings, such as RENDEV_GRACE_MS
   * @param program where it is not the sources' server
   */
  static async create(
    origin: string,
    environment: Readonly<Record<string, string>> = {},
    program = SOURCES,
  ): Promise<ChildServer> {
    const folder = await mkdtemp(join(tmpdir(), 'rendev-faults-'));
    const server = new ChildServer(await freePort(), folder, environment, program);
    await server.#addHost(origin);
    await server.start();
    return server;
  }

  private constructor(
    port: number,
    folder: string,
    environment: Readonly<Record<string, string>>,
    program: ServerProgram,
  ) {
    this.port = port;
    this.#program = program;
    this.#folder = folder;
    this.#environment = {
      ...process.env,
      RENDEV_HOST: 'localhost',
      RENDEV_PORT: String(port),
      RENDEV_DATABASE: join(folder, 'rendev.sqlite'),
      RENDEV_SECRET: SECRET,
      RENDEV_LOG_LEVEL: 'warn',
      ...environment,
    };
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** Resolves when it listens. */
  async start(): Promise<void> {
    this.#process = spawn(process.execPath, this.#program.serve, {
      env: this.#environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    await until('the server is ready', async () => {
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      return answer?.ok === true;
    });
  }

  /** As by the lack of memory or power: nothing is closed, nobody is told. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child?.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async close(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Books an interview, as a host's back end would. */
  book(interview: InterviewCreate): Promise<InterviewCreated> {
    return this.ask('/v1/interviews', interview);
  }

  /** A ticket for a person whom the host has logged in. */
  mint(interviewId: string, request: TicketRequest): Promise<TicketResponse> {
    return this.ask(`/v1/interviews/${interviewId}/tickets`, request);
  }

  /** With the host's key; a body makes it a POST. */
  async ask<Answer>(path: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(this.url + path, {
      headers: { authorization: `Bearer ${this.#apiKey}`, 'content-type': 'application/json' },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  async #addHost(origin: string): Promise<void> {
    const args = [...this.#program.cli, 'host', 'add', 'faults', '--origin', origin];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      env: this.#environment,
    });
    this.#apiKey = stdout.trim();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
