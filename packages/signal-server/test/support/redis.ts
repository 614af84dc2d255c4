import { createClient } from '@redis/client';
import { Child, freePort } from './child.ts';

const PASSWORD = 'only-for-tests';

/** A Redis of its own on a free port of the loopback; it keeps nothing through a restart. */
export class TestRedis {
  readonly #port: number;
  readonly #child: Child;

  static async start(): Promise<TestRedis> {
    const port = await freePort();
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--requirepass', PASSWORD];
    const redis = new TestRedis(
      port,
      new Child('redis-server', [...args, '--save', '', '--appendonly', 'no']),
    );
    await redis.start();
    return redis;
  }

  private constructor(port: number, child: Child) {
    this.#port = port;
    this.#child = child;
  }

  url(password = PASSWORD): string {
    return `redis://:${password}@127.0.0.1:${this.#port}`;
  }

  start(): Promise<void> {
    return this.#child.start(async () => {
      const client = createClient({ url: this.url(), socket: { reconnectStrategy: false } });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return (await client.ping()) === 'PONG';
      } finally {
        if (client.isOpen) client.destroy();
      }
    });
  }

  /** As by a crash. */
  stop(): Promise<void> {
    return this.#child.end('SIGKILL');
  }
}
