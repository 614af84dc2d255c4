/** `npm run bench:storm`: everybody comes back at once after the server was killed. */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { report } from '../../support/results.ts';
import { inMs, median, percentile } from '../../support/table.ts';
import { joinRoom, newEpoch, OurServer } from '../ours.ts';
import { ServerProcess } from '../server-process.ts';
import { Refused, SocketIoClient } from '../wires/socket-io-client.ts';
import { freePort } from '../../../packages/signal-server/test/support/child.ts';

/** The widget's waits before it tries again, in ms; the last is for all that follow. */
const WAITS_MS = [0, 300, 1_000, 2_000];
const DOWN_MS = 1_000;
const GIVE_UP_MS = 60_000;
/** How many connections are opened side by side before the storm. */
const SIDE_BY_SIDE = 20;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    clients: { type: 'string', default: '2000' },
    write: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const count = Number(values.clients);

/** Somebody who connects, and after a loss again as the same person. */
interface Visitor {
  connect(): Promise<SocketIoClient>;
}

interface Site {
  readonly visitors: readonly Visitor[];
  start(): Promise<void>;
  kill(): Promise<void>;
  close(): Promise<void>;
}

interface Storm {
  readonly perSecond: number;
  readonly startMs: number;
  readonly halfMs: number;
  readonly allMs: number;
  readonly refused: number;
}

async function ourSite(): Promise<Site> {
  const server = await OurServer.create();
  const seats = await server.book(count / 2);
  const tickets = seats.flatMap((room) => room.tickets);
  return {
    visitors: tickets.map((ticket, number) => {
      const epoch = newEpoch();
      let resumeToken: string | undefined;
      return {
        connect: async () => {
          const pass = resumeToken === undefined ? { ticket } : { resumeToken };
          const { client, snapshot } = await joinRoom(server.url, pass, epoch, number);
          resumeToken = snapshot.resumeToken;
          return client;
        },
      };
    }),
    start: () => server.start(),
    kill: () => server.process.kill(),
    close: () => server.close(),
  };
}

async function naiveSite(): Promise<Site> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let server: ServerProcess | undefined;
  return {
    visitors: Array.from({ length: count }, () => ({
      connect: () => SocketIoClient.connect(url),
    })),
    start: async () => {
      server = new ServerProcess('contenders/socket-io.ts', { env: { PORT: String(port) } });
      await server.port();
    },
    kill: async () => server?.kill(),
    close: async () => server?.kill(),
  };
}

async function storm(site: Site): Promise<Storm> {
  await site.start();
  const clients: SocketIoClient[] = [];
  const waiting = site.visitors.values();
  const opening = performance.now();
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async () => {
      for (const visitor of waiting) clients.push(await visitor.connect());
    }),
  );
  const perSecond = count / ((performance.now() - opening) / 1_000);

  let refused = 0;
  let listens = Infinity;
  const back: number[] = [];
  const lost = clients.map((client) => new Promise<void>((resolve) => (client.onClose = resolve)));
  const returns = site.visitors.map(async (visitor, number) => {
    await lost[number];
    const since = performance.now();
    for (let tries = 0; performance.now() - since < GIVE_UP_MS; tries += 1) {
      const wait = WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0;
      // As the widget does, so that not all come at one moment.
      await delay(wait * (0.5 + Math.random() / 2));
      try {
        const client = await visitor.connect();
        back.push(performance.now() - listens);
        return client;
      } catch (error) {
        if (error instanceof Refused) refused += 1;
      }
    }
    return undefined;
  });
  await site.kill();
  await delay(DOWN_MS);
  const starting = performance.now();
  await site.start();
  listens = performance.now();
  const returned = await Promise.all(returns);
  if (back.length < count) throw new Error(`${count - back.length} did not come back`);
  for (const client of returned) client?.close();
  await site.close();
  return {
    perSecond,
    startMs: listens - starting,
    halfMs: percentile(back, 0.5),
    allMs: Math.max(...back),
    refused,
  };
}

const contenders = [
  { name: 'ours, joined and resumed', site: ourSite, own: true },
  { name: 'naive socket.io, connected only', site: naiveSite, own: false },
];
const racers = contenders.map((contender) => ({ ...contender, storms: [] as Storm[] }));
for (let run = 0; run < runs; run += 1) {
  for (const { site, storms } of racers) storms.push(await storm(await site()));
}
const middle = (storms: readonly Storm[], of: (one: Storm) => number): number =>
  median(storms.map(of));
await report(
  {
    title: 'Reconnecting',
    command: 'npm run bench:storm',
    notes: [
      `${count} people in rooms of two, each with an address of their own behind a trusted proxy; the server is killed by SIGKILL, is away for ${DOWN_MS / 1_000} s and starts again, and everybody tries after 0, 0.3, 1, then 2 s, spread by half.`,
      'Ours takes each back into the seat by the resume token, which is a transaction on disk, and sends the snapshot; the other asks nobody who they are. Back is who has the snapshot or the connection, counted from when the server listens.',
    ],
    tables: [
      {
        title: `After SIGKILL, median of ${runs} runs`,
        rows: [
          [
            '',
            'connections/s before',
            'start',
            'half are back',
            'all are back',
            'to reach',
            'refused',
            'to reach',
          ],
          ...racers.map(({ name, storms, own }) => [
            name,
            middle(storms, (one) => one.perSecond).toFixed(0),
            inMs(middle(storms, (one) => one.startMs)),
            inMs(middle(storms, (one) => one.halfMs)),
            inMs(middle(storms, (one) => one.allMs)),
            own ? '<= 10 s' : '',
            String(Math.max(...storms.map((one) => one.refused))),
            own ? '0' : '',
          ]),
        ],
      },
    ],
  },
  values.write,
);
