/** `npm run bench:chat`: messages that are acknowledged when they are durable, beside none kept. */
import { parseArgs } from 'node:util';
import { TestPostgres } from '../../../packages/signal-server/test/support/postgres.ts';
import { report } from '../../support/results.ts';
import { median, percentile } from '../../support/table.ts';
import { allArrived, onSchedule } from '../schedule.ts';
import { naiveTalk, ourTalk, type Talk } from './talks.ts';

/** Of two people each, so that nobody writes more than our server lets one person. */
const ROOMS = 650;
const TEXT = 'Could you tell us about a project that you are proud of, and what you did in it?';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '5' },
    rate: { type: 'string', default: '5200' },
    /** Measures on PostgreSQL, too: one of its own, whose commits wait for the disk. */
    postgres: { type: 'boolean', default: false },
    /** Of a PostgreSQL database that holds nothing else, to be measured in its place. */
    database: { type: 'string' },
    node: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const seconds = Number(values.seconds);
const perSecond = Number(values.rate);
const options = { node: values.node };

const postgres = values.postgres ? await TestPostgres.start({ durable: true }) : null;
const raced: { readonly name: string; readonly taken: readonly Taken[] }[] = [];
try {
  const database = values.database ?? (await postgres?.createDatabase());
  raced.push(await race(await ourTalk('ours on SQLite', ROOMS, {}, options)));
  if (database !== undefined) {
    const onPostgres = { DATABASE_URL: database };
    raced.push(await race(await ourTalk('ours on PostgreSQL', ROOMS, onPostgres, options)));
  }
  raced.push(await race(await naiveTalk('naive socket.io relay, no store', ROOMS)));
} finally {
  await postgres?.close();
}

/**
 * Measures one server after the other, not by turns: of those that wait for their turn each would
 * clean its memory up on a core that another is measured with.
 */
async function race(talk: Talk): Promise<(typeof raced)[number]> {
  await write(talk, 1);
  const taken: Taken[] = [];
  for (let run = 0; run < runs; run += 1) taken.push(await write(talk, seconds));
  await talk.close();
  return { name: talk.name, taken };
}

interface Taken {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuUs: number;
}

async function write(talk: Talk, seconds: number): Promise<Taken> {
  const acknowledgedMs: number[] = [];
  const { writers } = talk;
  const heardBefore = talk.heard();
  const cpuBefore = talk.process.cpuMs();
  const start = performance.now();
  let last = start;
  const sent = await onSchedule({ perSecond, seconds }, (number, dueAt) => {
    writers[number % writers.length]?.(TEXT, () => {
      last = performance.now();
      acknowledgedMs.push(last - dueAt);
    });
  });
  await allArrived(sent, () => Math.min(acknowledgedMs.length, talk.heard() - heardBefore));
  const heard = talk.heard() - heardBefore;
  if (acknowledgedMs.length !== sent || heard !== sent) {
    throw new Error(
      `${talk.name}: ${sent} sent, ${acknowledgedMs.length} answered, ${heard} heard`,
    );
  }
  return {
    perSecond: sent / ((last - start) / 1_000),
    p50: percentile(acknowledgedMs, 0.5),
    p99: percentile(acknowledgedMs, 0.99),
    cpuUs: ((talk.process.cpuMs() - cpuBefore) / sent) * 1_000,
  };
}

await report(
  {
    title: 'Chat',
    command: 'npm run bench:chat',
    notes: [
      `${ROOMS} rooms of two in which everybody writes in turn, ${perSecond} messages a second in all, for ${seconds} s in each run, on a schedule that waits for nobody; the acknowledgement is measured from when its message was due.`,
      'Ours acknowledges after the commit (SQLite with `synchronous = full`, PostgreSQL with `fsync` and `synchronous_commit`); every message of a run was acknowledged and reached the other person, or the run would have failed.',
      'Each server is alone on the machine with the load (and with its PostgreSQL, which has written over its log before, as one that has run for a while).',
    ],
    tables: [
      {
        title: `Acknowledged messages, median of ${runs} runs`,
        rows: [
          ['', 'messages/s', 'to reach', 'p50', 'p99', 'to reach', 'CPU per message'],
          ...raced.map(({ name, taken }) => [
            name,
            median(taken.map((one) => one.perSecond)).toFixed(0),
            name.startsWith('ours') ? '>= 5000' : '',
            `${median(taken.map((one) => one.p50)).toFixed(1)} ms`,
            `${median(taken.map((one) => one.p99)).toFixed(1)} ms`,
            name.startsWith('ours') ? '<= 50 ms' : '',
            `${median(taken.map((one) => one.cpuUs)).toFixed(0)} us`,
          ]),
        ],
      },
    ],
  },
  values.write,
);
