/** `npm run bench:recovery`: relayed calls whose lines, server and people fail, side by side. */
import { parseArgs } from 'node:util';
import { credentials } from '@rendev/turn-config';
import { startRelay } from '../../tests/faults/relay.ts';
import { launchBrowser } from '../../tests/e2e/browser.ts';
import { startKeeping } from '../../tests/nat/keep.ts';
import { type Contender, openArena } from '../support/contenders.ts';
import { inMs, median, printTable } from '../support/table.ts';
import { GIVE_UP_MS } from './call.ts';
import { networkLost, tabKilled } from './ghosts.ts';
import { blackhole, type MediaLab, pathChange } from './media-faults.ts';
import { serverRestart } from './server-restart.ts';

const PARTS = ['path', 'blackhole', 'restart', 'ghost'] as const;
/** How long a seat is kept; less than in production, so that its end can be waited for. */
const GRACE_MS = 10_000;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    /** One or more of the parts; all of them without it. */
    only: { type: 'string', multiple: true, default: [...PARTS] },
  },
});
const runs = Number(values.runs);

const { keep, close } = startKeeping();
const lab = await openLab().catch(async (error: unknown) => {
  await close();
  throw error;
});
const { ours, peerJs, simplePeer } = lab.arena;
const contenders = [ours, peerJs, simplePeer];

const tasks: Record<(typeof PARTS)[number], () => Promise<void>> = {
  path: async () => {
    await beside(
      'Path change: the relay path dies, another works; until both see pictures again',
      '<= 2 s',
      (contender) => pathChange(lab, contender),
    );
  },
  blackhole: async () => {
    for (const seconds of [3, 8, 20]) {
      await beside(
        `Blackhole of ${seconds} s; from its end until both see pictures again`,
        seconds === 8 ? '<= 1 s' : '',
        (contender) => blackhole(lab, contender, seconds * 1_000),
      );
    }
  },
  restart: async () => {
    const restarts = await times(() => serverRestart(lab));
    printTable(`Server killed with SIGKILL and started again, median of ${runs} runs`, [
      ['', 'ours', 'to reach'],
      [
        'longest time without a new picture',
        inMs(median(restarts.map((r) => r.mediaGapMs))),
        'no gap',
      ],
      [
        'roster and chat right after it listens',
        inMs(median(restarts.map((r) => r.rightAfterMs))),
        '<= 3 s',
      ],
    ]);
  },
  ghost: async () => {
    const killed = await times(() => tabKilled(lab));
    const lost = await times(() => networkLost(lab));
    const row = (name: string, ghosts: typeof killed, reach: string): string[] => [
      name,
      inMs(median(ghosts.map(({ reconnectingMs }) => reconnectingMs))),
      reach,
      inMs(median(ghosts.map(({ leftMs }) => leftMs))),
    ];
    printTable(`Ghosts, grace ${GRACE_MS / 1_000} s, median of ${runs} runs`, [
      ['', 'shown as reconnecting', 'to reach', 'left'],
      row('tab killed', killed, '<= 2 s'),
      row('network lost', lost, '<= 10 s'),
    ]);
  },
};

try {
  for (const part of PARTS) if (values.only.includes(part)) await tasks[part]();
} finally {
  await close();
}
process.exit(); // PeerServer's timers never end

async function openLab(): Promise<MediaLab> {
  const relay = await keep(startRelay(), (opened) => opened.close());
  const browser = await keep(launchBrowser(), (opened) => opened.close());
  const environment = {
    RENDEV_TURN_URLS: relay.urls.join(),
    RENDEV_TURN_SECRET: relay.secret,
    RENDEV_GRACE_MS: String(GRACE_MS),
  };
  const { username, credential } = credentials({ secret: relay.secret, id: 'bench' });
  const configuration: RTCConfiguration = {
    iceServers: [{ urls: [...relay.urls], username, credential }],
    iceTransportPolicy: 'relay',
  };
  const arena = await keep(openArena({ environment, configuration }), (opened) => opened.close());
  return { arena, browser, relay };
}

async function beside(
  title: string,
  reach: string,
  measure: (contender: Contender) => Promise<number>,
): Promise<void> {
  const rows: string[][] = contenders.map(({ name }) => [name]);
  const taken = contenders.map((): number[] => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, contender] of contenders.entries()) {
      taken[index]?.push(await measure(contender));
    }
  }
  rows.forEach((row, index) => {
    const ms = taken[index] ?? [];
    row.push(inMs(median(ms)), inMs(Math.max(...ms)), index === 0 ? reach : '');
  });
  printTable(`${title} (median of ${runs} runs, never: not in ${GIVE_UP_MS / 1_000} s)`, [
    ['', 'median', 'worst', 'to reach'],
    ...rows,
  ]);
}

async function times<T>(measure: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let run = 0; run < runs; run += 1) results.push(await measure());
  return results;
}
