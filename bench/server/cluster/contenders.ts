import { ourPair, socketIoPair } from '../contenders.ts';
import { OurServer } from '../ours.ts';
import { type ProcessOptions, ServerProcess } from '../server-process.ts';
import type { Pair } from '../wires/wire.ts';

/** Two nodes of one server, and pairs of people of whom each is at another node. */
export interface TwoNodes {
  readonly name: string;
  readonly pairs: readonly Pair[];
  /** Of both nodes, user and system time until now. */
  cpuMs(): number;
  close(): Promise<void>;
}

/** Where the nodes meet. */
export interface Between {
  /** `postgres://` URL of an empty database. */
  readonly database: string;
  readonly redis: string;
}

export async function ourNodes(
  rooms: number,
  { database, redis }: Between,
  options: ProcessOptions = {},
): Promise<TwoNodes> {
  const environment = { DATABASE_URL: database, REDIS_URL: redis };
  const one = await OurServer.create(environment);
  const other = await OurServer.create(environment);
  const seats = await one.book(rooms);
  await Promise.all([one.start(options), other.start(options)]);
  const pairs: Pair[] = [];
  for (const each of seats) pairs.push(await ourPair([one.url, other.url], each));
  return {
    name: 'ours',
    pairs,
    cpuMs: () => one.process.cpuMs() + other.process.cpuMs(),
    close: async () => {
      for (const wire of pairs.flat()) wire.close();
      await Promise.all([one.close(), other.close()]);
    },
  };
}

export async function naiveNodes(rooms: number, { redis }: Between): Promise<TwoNodes> {
  const start = () => new ServerProcess('contenders/socket-io.ts', { env: { REDIS_URL: redis } });
  const nodes = [start(), start()] as const;
  const [one, other] = await Promise.all(nodes.map((node) => node.port()));
  const urls = [`http://127.0.0.1:${one}`, `http://127.0.0.1:${other}`] as const;
  const pairs: Pair[] = [];
  for (let opened = 0; opened < rooms; opened += 1) pairs.push(await socketIoPair(urls));
  return {
    name: 'naive socket.io relay, Redis adapter',
    pairs,
    cpuMs: () => nodes[0].cpuMs() + nodes[1].cpuMs(),
    close: async () => {
      for (const wire of pairs.flat()) wire.close();
      await Promise.all(nodes.map((node) => node.stop()));
    },
  };
}
