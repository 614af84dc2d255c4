import { ourPair, socketIoPair } from '../contenders.ts';
import { OurServer } from '../ours.ts';
import { type ProcessOptions, ServerProcess } from '../server-process.ts';
import type { Pair } from '../wires/wire.ts';

/** Two nodes of one server, and pairs of people at them. */
export interface TwoNodes {
  readonly name: string;
  readonly pairs: readonly Pair[];
  /** Of both nodes, user and system time until now. */
  cpuMs(): number;
}

type Closable<Type> = Type & { close(): Promise<void> };

/** Where the nodes meet. */
export interface Between {
  /** `postgres://` URL of an empty database. */
  readonly database: string;
  readonly redis: string;
}

/** @returns pairs of whom each is at another node, and pairs that a balancer brought to one */
export async function ourNodes(
  rooms: number,
  { database, redis }: Between,
  options: ProcessOptions = {},
): Promise<Closable<{ readonly apart: TwoNodes; readonly together: TwoNodes }>> {
  const environment = { DATABASE_URL: database, REDIS_URL: redis };
  const one = await OurServer.create(environment);
  const other = await OurServer.create(environment);
  const seats = await one.book(rooms * 2);
  await Promise.all([one.start(options), other.start(options)]);
  const apart: Pair[] = [];
  for (const each of seats.slice(rooms)) apart.push(await ourPair([one.url, other.url], each));
  const together: Pair[] = [];
  for (const [room, each] of seats.slice(0, rooms).entries()) {
    const { url } = room % 2 === 0 ? one : other;
    together.push(await ourPair([url, url], each));
  }
  const cpuMs = () => one.process.cpuMs() + other.process.cpuMs();
  return {
    apart: { name: 'ours', pairs: apart, cpuMs },
    together: { name: 'ours, a balancer that goes by the interview', pairs: together, cpuMs },
    close: async () => {
      for (const wire of [...apart, ...together].flat()) wire.close();
      await Promise.all([one.close(), other.close()]);
    },
  };
}

export async function naiveNodes(rooms: number, { redis }: Between): Promise<Closable<TwoNodes>> {
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
