/** `npm run bench:idle`: memory that a server keeps for a connection on which nothing happens. */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { report } from '../../support/results.ts';
import { median } from '../../support/table.ts';
import { CONTENDERS } from '../contenders.ts';
import { FIELD } from '../field.ts';
import { carry } from '../load.ts';
import type { Pair } from '../wires/wire.ts';

/** Until what a join sets off is over, and connections have been pinged once or more. */
const SETTLE_MS = 5_000;
const WARM_UP_PAIRS = 50;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2' },
    connections: { type: 'string', default: '2000' },
    write: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const connections = Number(values.connections);

const racers = FIELD.map((contender) => ({ contender, heap: [] as number[], rss: [] as number[] }));
for (let run = 0; run < runs; run += 1) {
  for (const { contender, heap, rss } of racers) {
    const rooms = connections / 2;
    const running = await contender.start(rooms + WARM_UP_PAIRS);
    const pairs: Pair[] = [];
    const open = async (count: number): Promise<void> => {
      for (let opened = 0; opened < count; opened += 1) pairs.push(await running.pair());
    };
    // Code that is compiled and pools that are filled once are not of a connection.
    await open(WARM_UP_PAIRS);
    await carry(pairs, { perSecond: 1_000, seconds: 1 });
    await delay(SETTLE_MS);
    const before = await running.process.memory();
    await open(rooms);
    await delay(SETTLE_MS);
    const after = await running.process.memory();
    heap.push((after.heapUsed - before.heapUsed) / connections);
    rss.push((after.rss - before.rss) / connections);
    for (const wire of pairs.flat()) wire.close();
    await running.close();
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
await report(
  {
    title: 'Memory of an idle connection',
    command: 'npm run bench:idle',
    notes: [
      `${connections} connections, joined in rooms of two, beyond ${WARM_UP_PAIRS * 2} that warmed the server up; heap after a full collection. kB = 1,000 bytes.`,
    ],
    tables: [
      {
        title: `For each connection, median of ${runs} runs`,
        rows: [
          ['', 'heap', 'to reach', 'RSS', 'to reach'],
          ...racers.map(({ contender, heap, rss }) => [
            contender.name,
            kilobytes(median(heap)),
            contender === CONTENDERS.ours ? '<= 13 kB' : '',
            kilobytes(median(rss)),
            contender === CONTENDERS.ours ? '<= 30 kB' : '',
          ]),
        ],
      },
    ],
  },
  values.write,
);
