import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROTOCOL_VERSION, type RoomSnapshot } from '@rendev/interview-protocol';
import { type App, createApp } from '../../packages/signal-server/src/app.ts';
import { loadConfig } from '../../packages/signal-server/src/config.ts';
import type { Result } from '../../packages/signal-server/src/result.ts';
import { until } from '../../tests/e2e/until.ts';
import { freePort } from '../../packages/signal-server/test/support/child.ts';
import { type ProcessOptions, ServerProcess } from './server-process.ts';
import { SocketIoClient } from './wires/socket-io-client.ts';

const SECRET = randomBytes(32).toString('base64url');
const ORIGIN = 'https://host.example';
/** Of Node, as deploy/ starts it. */
const AS_DEPLOYED = ['--max-semi-space-size=16'];

/** What two people of one interview come in with. */
export interface Seats {
  readonly interviewId: string;
  readonly code: string | null;
  readonly tickets: readonly [string, string];
}

/** Our server on a store of its own, and interviews that are open. */
export class OurServer {
  readonly url: string;
  readonly #folder: string;
  readonly #environment: Readonly<Record<string, string>>;
  #process: ServerProcess | undefined;

  /**
   * @param environment further settings, such as DATABASE_URL
   */
  static async create(environment: Readonly<Record<string, string>> = {}): Promise<OurServer> {
    const folder = await mkdtemp(join(tmpdir(), 'rendev-bench-'));
    return new OurServer(await freePort(), folder, environment);
  }

  private constructor(port: number, folder: string, environment: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.url = `http://127.0.0.1:${port}`;
    this.#environment = {
      RENDEV_HOST: '127.0.0.1',
      RENDEV_PORT: String(port),
      RENDEV_DATABASE: this.database,
      RENDEV_SECRET: SECRET,
      RENDEV_LOG_LEVEL: 'warn',
      // Each visitor of a benchmark has an address of their own, as behind a proxy.
      RENDEV_TRUST_PROXY: '127.0.0.1',
      ...environment,
    };
  }

  get database(): string {
    return join(this.#folder, 'bench.sqlite');
  }

  get process(): ServerProcess {
    if (this.#process === undefined) throw new Error('The server was not started');
    return this.#process;
  }

  /** Books interviews of two people each; not over REST, whose limits are for hosts. */
  async book(count: number): Promise<Seats[]> {
    const app = await this.inProcess();
    try {
      const [known] = await app.hosts.list();
      const host = known ?? unwrap(await app.hosts.add('bench', [ORIGIN])).host;
      const seats: Seats[] = [];
      for (let booked = 0; booked < count; booked += 1) {
        const scheduledAt = new Date().toISOString();
        const { interview } = unwrap(
          await app.interviews.create(host, { scheduledAt, maxParticipants: 2 }),
        );
        const ticketOf = async (name: string): Promise<string> => {
          const grant = { interviewId: interview.id, seat: `ticket:${name}`, name };
          return (await app.tickets.issue({ ...grant, role: 'participant' }, 3_600)).ticket;
        };
        seats.push({
          interviewId: interview.id,
          code: interview.code,
          tickets: [await ticketOf('First person'), await ticketOf('Second person')],
        });
      }
      return seats;
    } finally {
      await app.close();
    }
  }

  /** The server's parts in this process, without HTTP; to be closed. */
  inProcess(): Promise<App> {
    const config = loadConfig(this.#environment);
    if (!config.ok) throw new Error(JSON.stringify(config.findings));
    return createApp(config.value);
  }

  /** Resolves when it serves. */
  async start(options: ProcessOptions = {}): Promise<void> {
    this.#process = new ServerProcess('../../packages/signal-server/src/serve/main.ts', {
      node: [...AS_DEPLOYED, ...(options.node ?? [])],
      env: this.#environment,
    });
    await until('the server is ready', async () => {
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      return answer?.ok === true;
    });
  }

  async close(): Promise<void> {
    await this.#process?.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** A joined page. */
export interface Page {
  readonly client: SocketIoClient;
  readonly snapshot: RoomSnapshot;
}

export type Pass = { readonly ticket: string } | { readonly resumeToken: string };

/**
 * Joins as the widget does. Rejects with `Refused`.
 *
 * @param number of the person, who has an address of their own
 */
export async function joinRoom(url: string, pass: Pass, epoch: string, number = 0): Promise<Page> {
  const media = { microphone: true, camera: true, screen: false };
  const auth = { protocol: PROTOCOL_VERSION, epoch, since: 0, media, ...pass };
  let arrived: (snapshot: RoomSnapshot) => void = () => undefined;
  const snapshot = new Promise<RoomSnapshot>((resolve) => {
    arrived = resolve;
  });
  const client = await SocketIoClient.connect(
    url,
    {
      path: '/v1/realtime',
      auth,
      headers: { origin: ORIGIN, 'x-forwarded-for': addressOf(number) },
    },
    {
      'room:snapshot': (payload) => {
        arrived(payload as RoomSnapshot);
      },
    },
  );
  return { client, snapshot: await snapshot };
}

export const newEpoch = (): string => randomBytes(9).toString('base64url');

/** One of the addresses that are free for tests (RFC 2544). */
export const addressOf = (number: number): string =>
  `198.18.${Math.floor(number / 250) % 250}.${(number % 250) + 1}`;

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.error.code}`);
  return result.value;
}
