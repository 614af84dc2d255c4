import type { Browser, Page } from 'playwright-core';
import { useCanvasCamera } from '../support/canvas-camera.ts';
import { type Arena, type Contender, ONE_WAY_MS } from '../support/contenders.ts';
import { inMs, median, percentile, printTable, ratio } from '../support/table.ts';

const PEOPLE = 6;
const PICTURE = { width: 160, height: 90, framesPerSecond: 10 };
const GIVE_UP_MS = 30_000;
/** An event of Socket.IO that carries a description or candidates. */
const SIGNAL = /^42.*"(sdp|candidates?)":/s;

interface Round {
  /** Until each of the six sees each of the other five. */
  readonly allSeenMs: number;
  /** Signals that the server has delivered. */
  readonly deliveries: number;
}

/** Six people join at the same moment. */
export async function printSix(arena: Arena, browser: Browser, rounds: number): Promise<void> {
  const contenders = [arena.ours, arena.broadcast];
  const results = new Map<Contender, Round[]>(contenders.map((contender) => [contender, []]));
  for (let number = 0; number < rounds; number += 1) {
    for (const contender of contenders) {
      results.get(contender)?.push(await round(arena, browser, contender));
    }
  }
  const times = (contender: Contender): number[] =>
    (results.get(contender) ?? []).map(({ allSeenMs }) => allSeenMs);
  const deliveries = (contender: Contender): number =>
    median((results.get(contender) ?? []).map((result) => result.deliveries));
  printTable(
    `Six people join at once, until all see all: ${rounds} rounds, signaling round trip ${2 * ONE_WAY_MS} ms`,
    [
      ['', 'median', 'p95', 'signals delivered', 'of the broadcast'],
      ...contenders.map((contender) => [
        contender.name,
        inMs(median(times(contender))),
        inMs(percentile(times(contender), 0.95)),
        String(deliveries(contender)),
        ratio(deliveries(contender), deliveries(arena.broadcast)),
      ]),
      ['to reach', '', '<= 5000 ms', '', '<= 0.20x'],
    ],
  );
}

async function round(arena: Arena, browser: Browser, contender: Contender): Promise<Round> {
  let deliveries = 0;
  const people = await contender.room(PEOPLE);
  const pages = await Promise.all(
    people.map((person) =>
      arena.visit(browser, contender, person, async (opened) => {
        await useCanvasCamera(opened, PICTURE);
        opened.on('websocket', (socket) => {
          socket.on('framereceived', ({ payload }) => {
            if (SIGNAL.test(payload.toString())) deliveries += 1;
          });
        });
      }),
    ),
  );
  const start = Date.now();
  const seen = await Promise.all(pages.map((page) => joinUntilAllSeen(page)));
  await Promise.all(pages.map((page) => page.context().close()));
  return { allSeenMs: Math.max(...seen) - start, deliveries };
}

/** @returns when the page had the first picture of the last of the others; `Infinity` for never */
async function joinUntilAllSeen(page: Page): Promise<number> {
  const at = await page.evaluate(
    async ([others, giveUpMs]) => {
      const start = Date.now();
      void globalThis.callPage.join();
      while (Date.now() - start < giveUpMs) {
        const first = Object.values(globalThis.remoteFrames).flatMap((frames) =>
          frames.slice(0, 1),
        );
        if (first.length === others) return Math.max(...first);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return null;
    },
    [PEOPLE - 1, GIVE_UP_MS] as const,
  );
  return at ?? Infinity;
}
