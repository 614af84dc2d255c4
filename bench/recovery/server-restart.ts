import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { framesSince } from '../support/frames.ts';
import { openCall } from './call.ts';
import type { MediaLab } from './media-faults.ts';
import { firstMoment } from './moments.ts';

const DOWN_MS = 2_000;
const MESSAGE = 'written while the server was away';

export interface Restart {
  /** The longest time without a new picture, on either side. */
  readonly mediaGapMs: number;
  /** From listening again until both have the roster, and the message written meanwhile. */
  readonly rightAfterMs: number;
}

/** The signal server is killed without a word, and started again on the same store. */
export async function serverRestart({ arena, browser, relay }: MediaLab): Promise<Restart> {
  for (const path of relay.paths) path.passing = true;
  const call = await openCall(arena, browser, arena.ours);
  try {
    const from = Date.now();
    await arena.signalServer.kill();
    await call.pages[0].evaluate((text) => {
      void globalThis.session.sendMessage(text);
    }, MESSAGE);
    await delay(DOWN_MS);
    await arena.signalServer.start();
    const listens = Date.now();
    const right = await Promise.all(
      call.pages.map((page) =>
        firstMoment(
          page,
          from,
          ({ state, participants, messages }) =>
            state === 'in-call' &&
            participants.length === 1 &&
            participants[0]?.presence === 'connected' &&
            messages.includes(MESSAGE),
        ),
      ),
    );
    const gaps = await Promise.all(call.pages.map((page) => longestGap(page, from)));
    return { mediaGapMs: Math.max(...gaps), rightAfterMs: Math.max(...right) - listens };
  } finally {
    await call.close();
  }
}

async function longestGap(page: Page, from: number): Promise<number> {
  const frames = [from, ...(await framesSince(page, from)), Date.now()];
  return Math.max(...frames.slice(1).map((at, index) => at - (frames[index] ?? at)));
}
