/** `npm run bench:latency`: how long a signal takes through a server under a constant load. */
import { parseArgs } from 'node:util';
import { report } from '../../support/results.ts';
import { median, percentile, ratio } from '../../support/table.ts';
import { CONTENDERS } from '../contenders.ts';
import { FIELD } from '../field.ts';
import { carry } from '../load.ts';

const PAIRS = 50;
const PER_SECOND = 2_000;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const seconds = Number(values.seconds);

const racers = await Promise.all(
  FIELD.map(async (contender) => {
    const running = await contender.start(PAIRS);
    const pairs = [];
    for (let opened = 0; opened < PAIRS; opened += 1) pairs.push(await running.pair());
    // What is compiled is compiled before the clock runs.
    await carry(pairs, { perSecond: PER_SECOND, seconds: 2 });
    return { name: contender.name, running, pairs, taken: [] as { p50: number; p99: number }[] };
  }),
);
for (let run = 0; run < runs; run += 1) {
  for (const { pairs, taken } of racers) {
    const { oneWayMs } = await carry(pairs, { perSecond: PER_SECOND, seconds });
    taken.push({ p50: percentile(oneWayMs, 0.5), p99: percentile(oneWayMs, 0.99) });
  }
}
for (const { running, pairs } of racers) {
  for (const wire of pairs.flat()) wire.close();
  await running.close();
}

const rows = racers.map(({ name, taken }) => ({
  name,
  p50: median(taken.map(({ p50 }) => p50)),
  p99: median(taken.map(({ p99 }) => p99)),
}));
const own = rows.find(({ name }) => name === CONTENDERS.ours.name)?.p99 ?? NaN;
await report(
  {
    title: 'One way of a signal',
    command: 'npm run bench:latency',
    notes: [
      `${PAIRS} rooms of two, ${PER_SECOND} signals a second in all for ${seconds} s in each run, on a schedule that does not wait for the server: measured from when a signal was due, at a server that has as many descriptions and candidates to carry as in \`bench:relay\`.`,
      'The load and the server share the cores of the machine; the time of both is in the figures, and so is that the load looks once a millisecond what is due: about 0.6 ms of each median.',
    ],
    tables: [
      {
        title: `One way, median of ${runs} runs`,
        rows: [
          ['', 'p50', 'p99', 'ours is at p99', 'to reach'],
          ...rows.map(({ name, p50, p99 }) => [
            name,
            `${p50.toFixed(2)} ms`,
            `${p99.toFixed(2)} ms`,
            name === CONTENDERS.ours.name ? '' : ratio(own, p99),
            name === CONTENDERS.rawWs.name ? '<= 1.5x' : '',
          ]),
        ],
      },
    ],
  },
  values.write,
);
