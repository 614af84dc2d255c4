/** `npm run bench:mesh`: CPU of a call of four with our limits of what is sent, and without. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../tests/e2e/browser.ts';
import { openArena } from '../support/contenders.ts';
import { writeFilm } from '../support/film.ts';
import { framesSince } from '../support/frames.ts';
import { browserCpuMs } from '../support/processes.ts';
import { median, printTable } from '../support/table.ts';

const PEOPLE = 4;
/** What the product asks a camera for. */
const CAMERA = { width: 1_280, height: 720 } as const;
const STREAMS = PEOPLE * (PEOPLE - 1);
/** Time for the bandwidth estimate to grow. */
const SETTLE_MS = 12_000;
const MEASURE_MS = 20_000;

interface Load {
  /** CPU seconds per second. */
  readonly cores: number;
  /** Of each received picture stream. */
  readonly framesPerSecond: number;
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2' },
    /** Pictures a second of each camera. Two slow cores carry 8 without limits, too: only then do both rows have the same. */
    rate: { type: 'string', default: '8' },
    /** Sends the voices, too, which cost both the same; two slow cores then carry 5 pictures a second. */
    voices: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), 'rendev-mesh-'));
const film = join(folder, 'film.y4m');
writeFilm(film, { ...CAMERA, framesPerSecond: Number(values.rate) });
const arena = await openArena();
try {
  const limited: Load[] = [];
  const unlimited: Load[] = [];
  for (let run = 0; run < runs; run += 1) {
    limited.push(await measure(() => Promise.resolve()));
    unlimited.push(
      await measure(async (page) => {
        await page.addInitScript(liftLimits);
      }),
    );
  }
  const of = (loads: readonly Load[], key: keyof Load): number =>
    median(loads.map((load) => load[key]));
  const perPicture = (loads: readonly Load[]): number =>
    (1_000 * of(loads, 'cores')) / (STREAMS * of(loads, 'framesPerSecond'));
  const row = (name: string, loads: readonly Load[]): string[] => [
    name,
    of(loads, 'cores').toFixed(2),
    of(loads, 'framesPerSecond').toFixed(1),
    perPicture(loads).toFixed(2),
    `${(perPicture(loads) / perPicture(unlimited)).toFixed(2)}x`,
  ];
  printTable(`Four people in one Chromium, ${MEASURE_MS / 1_000} s, median of ${runs} runs`, [
    ['', 'cores', 'pictures/s received', 'CPU ms per picture', 'of unlimited'],
    row('ours', limited),
    row('ours, limits of senders lifted', unlimited),
    ['to reach', '', 'the same', '', '<= 0.60x'],
  ]);
} finally {
  await arena.close();
  rmSync(folder, { recursive: true });
}
process.exit(); // PeerServer's timers never end

async function measure(opened: (page: Page) => Promise<void>): Promise<Load> {
  const browser = await launchBrowser([`--use-file-for-fake-video-capture=${film}`]);
  try {
    const pages: Page[] = [];
    for (const person of await arena.ours.room(PEOPLE)) {
      const page = await arena.visit(
        browser,
        arena.ours,
        { ...person, microphone: values.voices },
        async (fresh) => {
          await opened(fresh);
        },
      );
      await page.evaluate(() => globalThis.callPage.join());
      pages.push(page);
    }
    await delay(SETTLE_MS);
    const from = Date.now();
    const before = browserCpuMs();
    await delay(MEASURE_MS);
    const cpuMs = browserCpuMs() - before;
    const seconds = (Date.now() - from) / 1_000;
    const frames = await Promise.all(pages.map((page) => framesSince(page, from)));
    const received = frames.reduce((sum, { length }) => sum + length, 0);
    return { cores: cpuMs / 1_000 / seconds, framesPerSecond: received / STREAMS / seconds };
  } finally {
    await browser.close();
  }
}

/** The same page, of which no sender takes a limit. */
function liftLimits(): void {
  RTCRtpSender.prototype.setParameters = () => Promise.resolve();
}
