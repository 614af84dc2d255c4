import type {
  InterviewCreate,
  InterviewCreated,
  Role,
  TicketResponse,
} from '@rendev/interview-protocol';
import { systemClock } from '../../packages/signal-server/src/clock.ts';
import { HostsService } from '../../packages/signal-server/src/hosts/hosts-service.ts';
import { openDatabase } from '../../packages/signal-server/src/storage/database.ts';
import { TestPostgres } from '../../packages/signal-server/test/support/postgres.ts';
import { TestRedis } from '../../packages/signal-server/test/support/redis.ts';
import { type Balance, Balancer } from './balancer.ts';
import { NodeProcess } from './node-process.ts';

const SECRET = Buffer.alloc(48, 'a secret of these tests alone ').toString('base64');

/** Three signal servers on one PostgreSQL and one Redis, behind a balancer. */
export class Cluster {
  readonly postgres: TestPostgres;
  readonly redis: TestRedis;
  readonly nodes: readonly NodeProcess[];
  readonly balancer: Balancer;
  readonly database: string;
  readonly #apiKey: string;

  /** @param environment further settings of the nodes */
  static async start(
    environment: Readonly<Record<string, string>> = {},
    origin = '*',
    balance: Balance = 'anywhere',
  ): Promise<Cluster> {
    const opened: (() => Promise<void>)[] = [];
    try {
      return await Cluster.#open(environment, { origin, balance }, opened);
    } catch (error) {
      await Promise.all(opened.map((close) => close()));
      throw error;
    }
  }

  /** @param opened gets what is to be closed, should the rest fail */
  static async #open(
    environment: Readonly<Record<string, string>>,
    { origin, balance }: { readonly origin: string; readonly balance: Balance },
    opened: (() => Promise<void>)[],
  ): Promise<Cluster> {
    const postgres = await TestPostgres.start();
    opened.push(() => postgres.close());
    const redis = await TestRedis.start();
    opened.push(() => redis.stop());
    const database = await postgres.createDatabase();
    const settings = {
      DATABASE_URL: database,
      REDIS_URL: redis.url(),
      RENDEV_SECRET: SECRET,
      RENDEV_TRUST_PROXY: '127.0.0.1',
      ...environment,
    };
    const nodes: NodeProcess[] = [];
    for (let n = 0; n < 3; n++) {
      const node = await NodeProcess.start(settings);
      nodes.push(node);
      opened.push(() => node.kill());
    }
    const balancer = await Balancer.start(
      nodes.map(({ port }) => port),
      balance,
    );
    const apiKey = await addHost(database, origin);
    return new Cluster({ postgres, redis, nodes, balancer, database, apiKey });
  }

  private constructor(parts: {
    postgres: TestPostgres;
    redis: TestRedis;
    nodes: readonly NodeProcess[];
    balancer: Balancer;
    database: string;
    apiKey: string;
  }) {
    this.postgres = parts.postgres;
    this.redis = parts.redis;
    this.nodes = parts.nodes;
    this.balancer = parts.balancer;
    this.database = parts.database;
    this.#apiKey = parts.apiKey;
  }

  get url(): string {
    return this.balancer.url;
  }

  /** The node of that number from 0, without the balancer. */
  node(number: number): NodeProcess {
    const node = this.nodes[number];
    if (node === undefined) throw new Error(`There is no node ${number}`);
    return node;
  }

  /** An interview that is open now. */
  book(more: Partial<InterviewCreate> = {}): Promise<InterviewCreated> {
    const scheduledAt = new Date().toISOString();
    return this.ask('/v1/interviews', { scheduledAt, maxParticipants: 6, ...more });
  }

  async ticket(
    { id }: { readonly id: string },
    name: string,
    role: Role = 'participant',
  ): Promise<string> {
    const path = `/v1/interviews/${id}/tickets`;
    return (await this.ask<TicketResponse>(path, { name, role })).ticket;
  }

  /** By the balancer, with the host's key; a body makes it a POST. */
  async ask<Answer>(path: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(this.url + path, {
      headers: { authorization: `Bearer ${this.#apiKey}`, 'content-type': 'application/json' },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  async close(): Promise<void> {
    await this.balancer.close();
    await Promise.all(this.nodes.map((node) => node.kill()));
    await Promise.all([this.postgres.close(), this.redis.stop()]);
  }
}

async function addHost(database: string, origin: string): Promise<string> {
  const db = await openDatabase(database);
  try {
    const added = await new HostsService(db, systemClock).add('cluster', [origin]);
    if (!added.ok) throw new Error(added.error.code);
    return added.value.apiKey;
  } finally {
    await db.destroy();
  }
}
