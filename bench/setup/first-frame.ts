import type { Browser } from 'playwright-core';
import { type Arena, type Contender, ONE_WAY_MS } from '../support/contenders.ts';
import { inMs, median, percentile, printTable, ratio } from '../support/table.ts';

const GIVE_UP_MS = 20_000;

/**
 * One person waits inside; another joins. The contenders take turns, so that a noisy minute of the
 * machine hits all of them.
 */
export async function printFirstFrames(
  arena: Arena,
  browser: Browser,
  runs: number,
): Promise<void> {
  const { ours, oursFromCode, peerJs, simplePeer, original } = arena;
  const contenders = [ours, oursFromCode, peerJs, simplePeer, original];
  const times = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
  for (let run = 0; run <= runs; run += 1) {
    for (const contender of contenders) {
      const time = await firstFrame(arena, browser, contender);
      if (run > 0) times.get(contender)?.push(time); // the first one warms up
    }
  }
  const of = (contender: Contender): number => median(times.get(contender) ?? []);
  printTable(
    `Joining to the first remote picture: median of ${runs} runs, signaling round trip ${2 * ONE_WAY_MS} ms`,
    [
      ['', 'median', 'p95', 'of PeerJS', 'of the original'],
      ...contenders.map((contender) => [
        contender.name,
        inMs(of(contender)),
        inMs(percentile(times.get(contender) ?? [], 0.95)),
        ratio(of(contender), of(peerJs)),
        ratio(of(contender), of(original)),
      ]),
      ['to reach', '', '', '<= 0.95x', '<= 0.55x'],
    ],
  );
}

/** @returns ms, `Infinity` for never */
async function firstFrame(arena: Arena, browser: Browser, contender: Contender): Promise<number> {
  const people = await contender.room(2);
  const pages = [];
  for (const person of people) {
    const page = await arena.visit(browser, contender, person);
    pages.push(page);
    if (pages.length === 1) await page.evaluate(() => globalThis.callPage.join());
  }
  const time = await pages[1]?.evaluate(async (giveUpMs) => {
    const start = Date.now();
    void globalThis.callPage.join();
    while (Date.now() - start < giveUpMs) {
      const [first] = Object.values(globalThis.remoteFrames).flat();
      if (first !== undefined) return first - start;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return null;
  }, GIVE_UP_MS);
  await Promise.all(pages.map((page) => page.context().close()));
  return time ?? Infinity;
}
