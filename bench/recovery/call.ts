import type { Browser, Page } from 'playwright-core';
import { until } from '../../tests/e2e/until.ts';
import type { CallOptions } from '../pages/call-page.ts';
import type { Arena, Contender } from '../support/contenders.ts';
import { framesSince } from '../support/frames.ts';

/** How long a call may stay dark before it counts as never coming back. */
export const GIVE_UP_MS = 20_000;

/** So many more have to follow within a second. */
const MORE = 5;

/** Two people in a call, each in a tab of their own. */
export interface Call {
  readonly pages: readonly [Page, Page];
  close(): Promise<void>;
}

/** Resolves when both have seen the other move for a second. */
export async function openCall(
  arena: Arena,
  browser: Browser,
  contender: Contender,
): Promise<Call> {
  const [first, second] = await contender.room(2);
  if (!first || !second) throw new Error('A call has two people');
  const pages = [
    await joinOne(arena, browser, contender, first),
    await joinOne(arena, browser, contender, second),
  ] as const;
  await Promise.all(pages.map((page) => moves(page, Date.now())));
  return {
    pages,
    close: async () => {
      await Promise.all(pages.map((page) => page.context().close()));
    },
  };
}

export async function joinOne(
  arena: Arena,
  browser: Browser,
  contender: Contender,
  person: CallOptions,
): Promise<Page> {
  const page = await arena.visit(browser, contender, person);
  await page.evaluate(() => globalThis.callPage.join());
  return page;
}

async function moves(page: Page, from: number): Promise<void> {
  await until('pictures come for a second', async () => {
    const frames = await framesSince(page, from);
    return (frames.at(-1) ?? 0) - (frames[0] ?? 0) > 1_000;
  });
}

/**
 * When pictures came back, for the side where it took longer.
 *
 * @param from ms since the epoch; pictures before it do not count
 * @returns ms since the epoch; `Infinity` when one side saw none until the time to give up
 */
export async function picturesBack(call: Call, from: number): Promise<number> {
  const back = await Promise.all(call.pages.map((page) => firstOfMany(page, from)));
  return Math.max(...back);
}

async function firstOfMany(page: Page, from: number): Promise<number> {
  // One alone may be the black one that a video shows when its stream ends.
  const first = async (): Promise<number> => {
    const frames = await framesSince(page, from);
    return frames.find((at, index) => (frames[index + MORE] ?? Infinity) < at + 1_000) ?? Infinity;
  };
  await until(
    'pictures come',
    async () => (await first()) < Infinity || Date.now() > from + GIVE_UP_MS,
    2 * GIVE_UP_MS,
  );
  return first();
}
