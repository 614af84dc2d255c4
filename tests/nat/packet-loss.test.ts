import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { received } from '../e2e/media.ts';
import { stateOf } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { bothSee, startCall } from './call.ts';
import { type Lab, openLab } from './lab.ts';
import { whyNotInNamespace } from './namespace.ts';
import { routerScript, STRICT } from './router.ts';

const skip = whyNotInNamespace(routerScript({ ...STRICT, lossPercent: 1 }));

/** Of sound that is sent all the time: some seconds of it. */
const SOUND_BYTES = 20_000;
const TIMEOUT_MS = 60_000;

describe('a line that loses packets', () => {
  let lab: Lab | undefined;

  before(async () => {
    if (skip === false) lab = await openLab();
  });
  after(() => lab?.close());

  for (const lossPercent of [5, 10, 20]) {
    it(`carries the call when it loses ${lossPercent} of a hundred`, { skip }, async (test) => {
      assert.ok(lab);
      const pages = await startCall(test, lab, { routers: [STRICT, STRICT] });
      await bothSee(pages);
      await Promise.all(pages.map(watchStates));

      lab.homes[0].setRouter({ ...STRICT, lossPercent });
      await Promise.all(pages.map(soundFlows));
      if (lossPercent === 20) await Promise.all(pages.map(isCalledWeak));
      await Promise.all(pages.map(soundFlows));
      for (const page of pages) {
        assert.equal(await stateOf(page), 'in-call');
        assert.deepEqual(await failedLinks(page), 0);
      }

      lab.homes[0].setRouter(STRICT);
      await bothSee(pages);
    });
  }
});

declare global {
  /** How often the link to the other person was given up. */
  var linksFailed: number;
}

function watchStates(page: Page): Promise<void> {
  return page.evaluate(() => {
    globalThis.linksFailed = 0;
    document.querySelector('rendev-interview')?.session.subscribe(({ participants }) => {
      if (participants[0]?.link === 'failed') globalThis.linksFailed += 1;
    });
  });
}

const failedLinks = (page: Page): Promise<number> => page.evaluate(() => globalThis.linksFailed);

async function soundFlows(page: Page): Promise<void> {
  const { audioBytes } = await received(page);
  await until(
    'sound goes on',
    async () => (await received(page)).audioBytes > audioBytes + SOUND_BYTES,
    TIMEOUT_MS,
  );
}

/** What the person is shown: a weak connection, or a picture that is paused for the sound. */
function isCalledWeak(page: Page): Promise<void> {
  return until(
    'the line is called weak',
    () =>
      page.evaluate(() => {
        const person = document.querySelector('rendev-interview')?.session.snapshot.participants[0];
        return person?.quality.level === 'weak' || person?.cameraPaused === true;
      }),
    TIMEOUT_MS,
  );
}
