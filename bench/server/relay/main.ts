/** `npm run bench:relay`: processor time that a server spends on one signal, side by side. */
import { parseArgs } from 'node:util';
import { report } from '../../support/results.ts';
import { median, ratio } from '../../support/table.ts';
import { CONTENDERS } from '../contenders.ts';
import { FIELD } from '../field.ts';
import { carry } from '../load.ts';

const PAIRS = 50;
const PER_SECOND = 2_000;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    /** For Node of our server, such as `--node=--cpu-prof`. */
    node: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const seconds = Number(values.seconds);

const { ours, rawWs, socketIo } = CONTENDERS;
const racers = await Promise.all(
  FIELD.map(async (contender) => {
    const node = contender === ours ? values.node : [];
    const running = await contender.start(PAIRS, { node });
    const pairs = [];
    for (let opened = 0; opened < PAIRS; opened += 1) pairs.push(await running.pair());
    // What is compiled is compiled before the clock runs.
    await carry(pairs, { perSecond: PER_SECOND, seconds: 2 });
    return { name: contender.name, running, pairs, spent: [] as number[] };
  }),
);
for (let run = 0; run < runs; run += 1) {
  for (const { running, pairs, spent } of racers) {
    const before = running.process.cpuMs();
    const { sent } = await carry(pairs, { perSecond: PER_SECOND, seconds });
    spent.push(((running.process.cpuMs() - before) / sent) * 1_000);
  }
}
for (const { running, pairs } of racers) {
  for (const wire of pairs.flat()) wire.close();
  await running.close();
}

const perSignal = racers.map(({ name, spent }) => ({ name, spent: median(spent), all: spent }));
const of = (name: string): number => perSignal.find((one) => one.name === name)?.spent ?? NaN;
const own = of(ours.name);
const reach = new Map([
  [rawWs.name, '<= 2x'],
  [socketIo.name, '<= 1.3x'],
]);
await report(
  {
    title: 'Processor time of a relayed signal',
    command: 'npm run bench:relay',
    notes: [
      `${PAIRS} rooms of two, ${PER_SECOND} signals a second in all, for ${seconds} s in each run; one description of 3.5 kB for six candidates of 200 bytes.`,
      'User and system time of the server process from /proc, which holds the kernel’s work for its sockets.',
      'Ours knows who speaks by a ticket, validates every signal, counts it towards two limits and acknowledges each description, as the widget asks for; the others do none of this.',
    ],
    tables: [
      {
        title: `Processor time per signal, median of ${runs} runs`,
        rows: [
          ['', 'us', 'lowest to highest', 'ours is', 'to reach'],
          ...perSignal.map(({ name, spent, all }) => [
            name,
            spent.toFixed(1),
            `${Math.min(...all).toFixed(1)} to ${Math.max(...all).toFixed(1)}`,
            name === ours.name ? '' : ratio(own, spent),
            reach.get(name) ?? '',
          ]),
        ],
      },
    ],
  },
  values.write,
);
