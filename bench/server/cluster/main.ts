/** `npm run bench:cluster`: one way of a signal between two nodes, beside Socket.IO's Redis adapter. */
import { parseArgs } from 'node:util';
import { TestPostgres } from '../../../packages/signal-server/test/support/postgres.ts';
import { TestRedis } from '../../../packages/signal-server/test/support/redis.ts';
import { report } from '../../support/results.ts';
import { median, percentile, ratio } from '../../support/table.ts';
import { carry } from '../load.ts';
import { naiveNodes, ourNodes, type TwoNodes } from './contenders.ts';

const PAIRS = 50;
const RATES = [500, 2_000];

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '3' },
    node: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const seconds = Number(values.seconds);

interface Taken {
  readonly p50: number;
  readonly p99: number;
  readonly cpuUs: number;
}

interface Racer {
  readonly nodes: TwoNodes;
  /** By rate. */
  readonly taken: Map<number, Taken[]>;
}

const postgres = await TestPostgres.start();
const redis = await TestRedis.start();
try {
  const between = { database: await postgres.createDatabase(), redis: redis.url() };
  const ours = await ourNodes(PAIRS, between, { node: values.node });
  const naive = await naiveNodes(PAIRS, between);
  const racers = await measure([naive, ours.apart, ours.together]);
  await Promise.all([ours.close(), naive.close()]);
  await tell(racers);
} finally {
  await Promise.all([postgres.close(), redis.stop()]);
}

async function measure(all: readonly TwoNodes[]): Promise<Racer[]> {
  const racers: Racer[] = all.map((nodes) => ({ nodes, taken: new Map() }));
  // What is compiled is compiled before the clock runs.
  for (const { nodes } of racers) await carry(nodes.pairs, { perSecond: 2_000, seconds: 3 });
  for (const perSecond of RATES) {
    for (let run = 0; run < runs; run += 1) {
      for (const { nodes, taken } of racers) {
        const before = nodes.cpuMs();
        const { sent, oneWayMs } = await carry(nodes.pairs, { perSecond, seconds });
        const one = {
          p50: percentile(oneWayMs, 0.5),
          p99: percentile(oneWayMs, 0.99),
          cpuUs: ((nodes.cpuMs() - before) / sent) * 1_000,
        };
        taken.set(perSecond, [...(taken.get(perSecond) ?? []), one]);
      }
    }
  }
  return racers;
}

async function tell(racers: readonly Racer[]): Promise<void> {
  await report(
    {
      title: 'One way between two nodes',
      command: 'npm run bench:cluster',
      notes: [
        `${PAIRS} rooms of two people, each at another of two nodes, which share a PostgreSQL and a Redis of their own; ${seconds} s in each run, on a schedule that does not wait for the server: measured from when a signal was due, of as many descriptions and candidates as in \`bench:relay\`.`,
        'The other one is the naive relay of the other benchmarks with `@socket.io/redis-adapter` (pub/sub by pattern): every signal goes to every node, and nobody hears whether it arrived. Ours goes to the node of the page alone, and the sender of a description hears that it did, by the count of hearers that Redis gives.',
        'A page names its interview in the address of its websocket, so that a balancer can bring the people of one interview to one node (docs/scaling.md): the third row, as if such a balancer had done so.',
        'Both nodes, Redis and the load share the cores of the machine; the time of all is in the figures, and so is that the load looks once a millisecond what is due: about 0.6 ms of each median.',
      ],
      tables: RATES.map((perSecond) => {
        const rows = racers.map(({ nodes, taken }) => {
          const all = taken.get(perSecond) ?? [];
          const medianOf = (which: keyof Taken) => median(all.map((one) => one[which]));
          return {
            name: nodes.name,
            p50: medianOf('p50'),
            p99: medianOf('p99'),
            cpuUs: medianOf('cpuUs'),
          };
        });
        const [naive] = rows;
        return {
          title: `${perSecond.toLocaleString('en')} signals a second, median of ${runs} runs`,
          rows: [
            ['', 'p50', 'p99', 'p50 beside naive', 'to reach', 'CPU of both nodes'],
            ...rows.map((row) => [
              row.name,
              `${row.p50.toFixed(2)} ms`,
              `${row.p99.toFixed(2)} ms`,
              row === naive ? '' : ratio(row.p50, naive?.p50 ?? NaN),
              row === naive ? '' : '<= 1x',
              `${row.cpuUs.toFixed(0)} us`,
            ]),
          ],
        };
      }),
    },
    values.write,
  );
}
