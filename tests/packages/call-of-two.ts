import assert from 'node:assert/strict';
import { launchBrowser, newVisitor } from '../e2e/browser.ts';
import { decodesFrames } from '../e2e/media.ts';
import { joinCall, say, sees } from '../e2e/room.ts';

/** Two people in a host's page: they see each other, and one reads what the other writes. */
export async function callOfTwo(links: readonly [string, string]): Promise<void> {
  const browser = await launchBrowser();
  try {
    const [one, other] = await Promise.all([newVisitor(browser), newVisitor(browser)]);
    await joinCall(one.page, links[0]);
    await joinCall(other.page, links[1]);
    await Promise.all([decodesFrames(one.page), decodesFrames(other.page)]);
    await say(one.page, '안녕하세요');
    await sees(other.page, '안녕하세요');
    // The page's own code hears of it too.
    for (const { page, errors } of [one, other]) {
      await page.locator('#state', { hasText: 'in-call' }).waitFor({ state: 'attached' });
      await page.locator('#messages', { hasText: '1' }).waitFor({ state: 'attached' });
      assert.deepEqual(errors, []);
    }
  } finally {
    await browser.close();
  }
}
