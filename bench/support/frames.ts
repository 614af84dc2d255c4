import type { Page } from 'playwright-core';
import type {} from '../pages/call-page.ts';

/** When the page presented pictures of others since `from`, both ms since the epoch. */
export function framesSince(page: Page, from: number): Promise<number[]> {
  return page.evaluate(
    (since) => Object.values(globalThis.remoteFrames).flatMap((f) => f.filter((at) => at > since)),
    from,
  );
}
