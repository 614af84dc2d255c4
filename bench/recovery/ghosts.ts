import type { Page } from 'playwright-core';
import { delayed } from '../support/contenders.ts';
import type { MediaLab } from './media-faults.ts';
import { joinOne } from './call.ts';
import { firstMoment } from './moments.ts';

/** What the one who stays sees of the one who is gone, ms after it went. */
export interface Ghost {
  readonly reconnectingMs: number;
  readonly leftMs: number;
}

/** The browser kills the tab: no event of the page runs. */
export function tabKilled(lab: MediaLab): Promise<Ghost> {
  return ghost(lab, async (page) => {
    const devtools = await page.context().newCDPSession(page);
    devtools.send('Page.crash').catch(() => undefined); // never answers
  });
}

/** Nothing comes out of the person's network any more, and nothing is closed. */
export function networkLost(lab: MediaLab): Promise<Ghost> {
  return ghost(lab, (_page, cut) => {
    cut();
    return Promise.resolve();
  });
}

async function ghost(
  { arena, browser, relay }: MediaLab,
  vanish: (page: Page, cut: () => void) => Promise<void>,
): Promise<Ghost> {
  for (const path of relay.paths) path.passing = true;
  const line = await delayed(arena.signalServer.url);
  const [stays, goes] = await arena.ours.room(2);
  if (!stays || !goes) throw new Error('A call has two people');
  const pages = [
    await joinOne(arena, browser, arena.ours, stays),
    await joinOne(arena, browser, arena.ours, { ...goes, server: line.url }),
  ] as const;
  try {
    await firstMoment(pages[0], 0, ({ participants }) => participants[0]?.link === 'connected');
    const at = Date.now();
    await vanish(pages[1], () => {
      line.swallow();
      for (const path of relay.paths) path.passing = false;
    });
    const [seen, left] = await Promise.all([
      firstMoment(pages[0], at, ({ participants: [other] }) => {
        return other?.presence !== 'connected' || other.level === 'reconnecting';
      }),
      firstMoment(pages[0], at, ({ participants }) => participants.length === 0),
    ]);
    return { reconnectingMs: seen - at, leftMs: left - at };
  } finally {
    await Promise.all(pages.map((page) => page.context().close()));
    await line.close();
  }
}
