/** `npm run bench:entry`: the check of a code as the store grows, beside a read of the whole table. */
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { PROTOCOL_VERSION } from '@rendev/interview-protocol';
import { report } from '../../support/results.ts';
import { median } from '../../support/table.ts';
import { addressOf, OurServer } from '../ours.ts';
import { ServerProcess } from '../server-process.ts';
import { fillStores } from './stored-interviews.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
/** Interviews that are open and whose codes are typed. */
const OPEN = 20;
const SWEEPS = 20;

const { values } = parseArgs({
  options: {
    checks: { type: 'string', default: '200' },
    /** Of the read of the whole table, which takes seconds in the end. */
    reads: { type: 'string', default: '3' },
    largest: { type: 'string', default: '1000000' },
    write: { type: 'boolean', default: false },
  },
});
const checks = Number(values.checks);
const reads = Number(values.reads);
const sizes = SIZES.filter((size) => size <= Number(values.largest));

const ours = await OurServer.create();
const plain = `${ours.database}.plain`;
const codes = (await ours.book(OPEN)).map(({ code }) => code ?? '');

interface Taken {
  readonly size: number;
  readonly oursMs: number;
  readonly tableMs: number;
  /** The same two without HTTP. */
  readonly ownCheckMs: number;
  readonly tableCheckMs: number;
  /** What the server does each second of itself: to open and end what the clock says. */
  readonly sweepMs: number;
}

const taken: Taken[] = [];
for (const size of sizes) {
  fillStores(ours.database, plain, size);
  await ours.start();
  const table = new ServerProcess('contenders/full-table.ts', { env: { DATABASE: plain } });
  const tableUrl = `http://127.0.0.1:${await table.port()}`;
  const oursMs = await times(checks, (number) =>
    ask(`${ours.url}/v1/entries`, number, {
      protocol: PROTOCOL_VERSION,
      code: codes[number % codes.length],
    }),
  );
  const tableMs = await times(reads, (number) => ask(tableUrl, number, { code: 'PLAIN0' }));
  await Promise.all([ours.process.stop(), table.stop()]);
  taken.push({ size, oursMs, tableMs, ...(await withoutHttp()) });
}
await ours.close();

async function withoutHttp(): Promise<Pick<Taken, 'ownCheckMs' | 'tableCheckMs' | 'sweepMs'>> {
  const app = await ours.inProcess();
  const ownCheckMs = await times(checks, async (number) => {
    const visit = { ip: addressOf(number), origin: undefined, now: Date.now() };
    const code = codes[number % codes.length] ?? '';
    const entered = await app.admission.enter({ protocol: PROTOCOL_VERSION, code }, visit);
    if (!entered.ok) throw new Error(`Refused: ${entered.error.code}`);
  });
  const sweepMs = await times(SWEEPS, () => app.interviews.sweep(Date.now()));
  await app.close();
  const database = new DatabaseSync(plain);
  const all = database.prepare('select code, title, scheduled_at from interviews');
  const tableCheckMs = await times(reads, () => {
    const found = all.all().find(({ code }) => code === 'PLAIN0');
    return found === undefined ? Promise.reject(new Error('Not found')) : Promise.resolve();
  });
  database.close();
  return { ownCheckMs, tableCheckMs, sweepMs };
}

/** Median of the ms of so many calls; the first few, which compile and fill caches, do not count. */
async function times(count: number, call: (number: number) => Promise<void>): Promise<number> {
  const ms: number[] = [];
  const warmUp = Math.min(20, count - 1);
  for (let number = 0; number < count + warmUp; number += 1) {
    const since = performance.now();
    await call(number);
    if (number >= warmUp) ms.push(performance.now() - since);
  }
  return median(ms);
}

async function ask(url: string, number: number, body: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': addressOf(number) },
    body: JSON.stringify(body),
  });
  await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
}

function inRows(of: (one: Taken) => [number, number], reach: string): string[][] {
  const [smallest] = taken[0] ? of(taken[0]) : [NaN];
  const inDigits = (ms: number): string => `${ms.toFixed(2)} ms`;
  return [
    [
      'interviews',
      'ours',
      'beside 1,000',
      'to reach',
      'full-table read',
      'ours is faster',
      'to reach',
    ],
    ...taken.map((one) => {
      const [own, table] = of(one);
      return [
        one.size.toLocaleString('en'),
        inDigits(own),
        `${(own / smallest).toFixed(2)}x`,
        'flat',
        inDigits(table),
        `${(table / own).toFixed(0)}x`,
        one.size === 1_000_000 ? reach : '',
      ];
    }),
  ];
}

await report(
  {
    title: 'Check of a code',
    command: 'npm run bench:entry',
    notes: [
      `Over HTTP, one request after the other: \`POST /v1/entries\` of ours with a good code, which counts the attempt, finds it by its keyed hash, looks at the window and the seats and signs a ticket (median of ${checks}); beside it a server that reads every interview from its table and looks for the code among them, as the original did, and does nothing else (median of ${reads}).`,
      'The sweep opens and ends what the clock says; SQLite runs in the thread of the server, so that while it lasts nobody is answered.',
    ],
    tables: [
      {
        title: 'Over HTTP',
        rows: inRows(({ oursMs, tableMs }) => [oursMs, tableMs], ''),
      },
      {
        title: 'Without HTTP',
        rows: inRows(({ ownCheckMs, tableCheckMs }) => [ownCheckMs, tableCheckMs], '>= 1000x'),
      },
      {
        title: 'The sweep, each second',
        rows: [
          ['interviews', 'ours', 'to reach'],
          ...taken.map(({ size, sweepMs }) => [
            size.toLocaleString('en'),
            `${sweepMs.toFixed(2)} ms`,
            'flat',
          ]),
        ],
      },
    ],
  },
  values.write,
);
