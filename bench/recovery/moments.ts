import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Moment } from '../pages/ours.ts';

const GIVE_UP_MS = 60_000;
const ASK_EVERY_MS = 50;

/**
 * When a page of ours first had a snapshot that is meant.
 *
 * @param from ms since the epoch; earlier snapshots do not count
 * @returns ms since the epoch; `Infinity` if none came for a minute
 */
export async function firstMoment(
  page: Page,
  from: number,
  isMeant: (moment: Moment) => boolean,
): Promise<number> {
  let seen = 0;
  while (Date.now() < from + GIVE_UP_MS) {
    const moments = await page.evaluate((start) => globalThis.moments.slice(start), seen);
    const found = moments.find((moment) => moment.at >= from && isMeant(moment));
    if (found) return found.at;
    seen += moments.length;
    await delay(ASK_EVERY_MS);
  }
  return Infinity;
}
