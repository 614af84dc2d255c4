/**
 * `npm run soak`: three people in a call on this machine, who chat, mute, share, lose the server,
 * leave and come back, for RENDEV_SOAK_MINUTES (default 10), and then say nothing for 200 s. Tells
 * each minute the memory of a page and of the server and how long the deeds took (mean and longest),
 * and at the end whether memory grew steadily. Exit code 1 when the call broke, or when anybody's chat
 * or list of people was wrong.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { launchBrowser } from '../../tests/e2e/browser.ts';
import { FaultLab } from '../../tests/faults/fault-lab.ts';
import { SoakCall } from './call.ts';
import { type Memory, readMemory, trendOf } from './memory.ts';
import { Times } from './times.ts';

const MINUTE_MS = 60_000;
/** Whatever closes quiet connections on the way has done so by then. */
const IDLE_MS = 200_000;
const minutes = Number(process.env['RENDEV_SOAK_MINUTES'] ?? 10);
if (!(minutes > 0 && minutes <= 600)) {
  console.error('RENDEV_SOAK_MINUTES takes a number of minutes up to 600');
  process.exit(2);
}

const DEEDS = ['chat', 'mute', 'share', 'drop', 'rejoin'] as const;
type DeedName = (typeof DEEDS)[number];

interface Deed {
  readonly name: DeedName;
  readonly act: () => Promise<void>;
}

const WATCHED = {
  pageHeap: 'JS heap of a page',
  page: 'page',
  server: 'server',
} as const satisfies Record<keyof Memory, string>;

const lab = await FaultLab.start();
const browsers = await Promise.all([launchBrowser(), launchBrowser()]);
try {
  const call = await SoakCall.start(lab, browsers);
  await call.stands();
  tellTrends(await soak(call));
  await call.isRight();
  await delay(IDLE_MS);
  await call.chat();
  await call.isRight();
  console.log(`\nThe call stood, and all had the same ${call.sent} messages and the same people.`);
} catch (error) {
  console.error('\nThe call broke:', error);
  process.exitCode = 1;
} finally {
  await Promise.all(browsers.map((browser) => browser.close()));
  await lab.close();
}

async function soak(call: SoakCall): Promise<Memory[]> {
  const [watched] = call.people;
  if (!watched) throw new Error('Nobody is in the call');
  const deeds = call.people.flatMap((person): Deed[] => [
    { name: 'chat', act: () => call.chat() },
    { name: 'mute', act: () => call.mute(person) },
    { name: 'share', act: () => call.share(person) },
    { name: 'drop', act: () => call.drop(person) },
    // The page that is watched stays.
    ...(person === watched ? [] : [{ name: 'rejoin', act: () => call.rejoin(person) } as const]),
  ]);
  const readings: Memory[] = [];
  const start = Date.now();
  let done = 0;
  await call.chat();
  console.log(['minute', ...Object.values(WATCHED), 'messages', ...DEEDS].join('\t'));
  for (let minute = 0; minute <= minutes; minute += 1) {
    const times = new Times();
    while (Date.now() < start + minute * MINUTE_MS) {
      const deed = deeds[done % deeds.length];
      const begun = Date.now();
      await deed?.act();
      await call.stands();
      if (deed) times.add(deed.name, Date.now() - begun);
      done += 1;
    }
    await call.isRight();
    const memory = await readMemory(watched.browser, watched.page, lab.server.url);
    readings.push(memory);
    const shown = kinds().map((kind) => `${memory[kind].toFixed(1)} MB`);
    console.log([minute, ...shown, call.sent, ...DEEDS.map((name) => times.of(name))].join('\t'));
  }
  return readings;
}

function tellTrends(readings: readonly Memory[]): void {
  // The first minute fills caches, and any three readings lie near some line.
  const counted = readings.slice(1);
  if (counted.length < 5) {
    console.log('\nToo short to tell whether memory grows: that takes 5 minutes.');
    return;
  }
  console.log();
  for (const kind of kinds()) {
    const { slope, fit, grows } = trendOf(counted.map((memory) => memory[kind]));
    const verdict = grows ? 'GROWS STEADILY' : 'does not grow steadily';
    console.log(
      `${WATCHED[kind]}: ${slope.toFixed(2)} MB a minute (fit ${fit.toFixed(2)}): ${verdict}`,
    );
  }
}

function kinds(): (keyof Memory)[] {
  return Object.keys(WATCHED) as (keyof Memory)[];
}
