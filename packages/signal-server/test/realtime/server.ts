import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import type {
  InterviewCreate,
  InterviewCreated,
  Role,
  RoomSnapshot,
} from '@rendev/interview-protocol';
import { createApp, type App, type AppOptions } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import type { Host } from '../../src/hosts/hosts-service.ts';
import type { Result } from '../../src/result.ts';
import { newStore, removeStore } from '../support/store.ts';
import { type Auth, Client } from './client.ts';

export const ORIGIN = 'https://host.example';

export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.error.code}`);
  return result.value;
}

const config = (database: string, changes: Partial<Config>): Config => ({
  port: 0,
  host: '127.0.0.1',
  database,
  redis: null,
  secret: 'for tests: 0123456789 abcdefghijklmnopqrstuvwxyz',
  production: false,
  trustProxy: false,
  logLevel: 'silent',
  turn: null,
  widgetDir: tmpdir(),
  graceMs: 30_000,
  goodbyeMs: 5_000,
  drainMs: 0,
  ...changes,
});

interface StartOptions extends AppOptions {
  readonly config?: Partial<Config>;
  /** Of a server that ran before. */
  readonly database?: string;
}

/** A whole server on a free port with a store of its own and one host. */
export class TestServer {
  readonly app: App;
  readonly url: string;
  readonly database: string;
  readonly host: Host;
  readonly #clients = new Set<Client>();

  private constructor(app: App, url: string, database: string, host: Host) {
    this.app = app;
    this.url = url;
    this.database = database;
    this.host = host;
  }

  static async start(options: StartOptions = {}): Promise<TestServer> {
    const { config: changes = {}, database: kept, ...appOptions } = options;
    const database = kept ?? (await newStore());
    const app = await createApp(config(database, changes), appOptions);
    const [known] = await app.hosts.list();
    const host = known ?? unwrap(await app.hosts.add('host', [ORIGIN])).host;
    return new TestServer(app, await app.listen(), database, host);
  }

  /** An interview that is open now. */
  async interview(changes: Partial<InterviewCreate> = {}): Promise<InterviewCreated> {
    const scheduledAt = new Date().toISOString();
    const input = { scheduledAt, maxParticipants: 6, ...changes };
    return unwrap(await this.app.interviews.create(this.host, input)).interview;
  }

  async ticket(
    interview: { id: string },
    person: { role?: Role; name?: string | null; seat?: string; ttlSeconds?: number } = {},
  ): Promise<string> {
    const { role = 'participant', name = 'Jiwoo', ttlSeconds = 900 } = person;
    const { seat = `ticket:${randomUUID()}` } = person;
    const grant = { interviewId: interview.id, seat, role, name };
    return (await this.app.tickets.issue(grant, ttlSeconds)).ticket;
  }

  connect(auth: Auth, options: { origin?: string; url?: string } = {}): Client {
    const client = new Client(options.url ?? this.url, auth, options);
    this.#clients.add(client);
    return client;
  }

  /** Joins and waits for the snapshot. */
  async join(
    interview: { id: string },
    person: Parameters<TestServer['ticket']>[1] = {},
    auth: Auth = {},
  ): Promise<Client & { readonly joined: RoomSnapshot }> {
    const client = this.connect({ ticket: await this.ticket(interview, person), ...auth });
    return Object.assign(client, { joined: await client.snapshot() });
  }

  /** Comes back with the resume token, as the same page unless said otherwise. */
  resume(client: Client & { readonly joined: RoomSnapshot }, auth: Auth = {}): Client {
    return this.connect({
      resumeToken: client.joined.resumeToken,
      epoch: client.epoch,
      ...auth,
    });
  }

  closeClients(): void {
    for (const client of this.#clients) client.close();
    this.#clients.clear();
  }

  /** Ends the server but leaves the store, for one that starts after it. */
  async stop(): Promise<void> {
    this.closeClients();
    await this.app.close();
  }

  async close(): Promise<void> {
    await this.stop();
    removeStore(this.database);
  }
}

export type Joined = Awaited<ReturnType<TestServer['join']>>;
