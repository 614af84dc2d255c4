import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Demo } from '../../scripts/demo/demo.ts';
import { launchBrowser, newVisitor } from '../e2e/browser.ts';
import { launchFirefox } from '../e2e/firefox.ts';
import { decodesFrames } from '../e2e/media.ts';
import { joinCall, say, sees, startTestDemo } from '../e2e/room.ts';
import { smallPictures } from '../e2e/small-pictures.ts';
import { until } from '../e2e/until.ts';
import { iceState, restartIce } from './ice.ts';
import { noFramesCome, noSoundComes, screenComes, soundComes } from './incoming.ts';

type Person = Awaited<ReturnType<typeof newVisitor>>;
type Name = 'Chromium' | 'Firefox' | 'another Firefox';

// Who comes second makes the first offer, so that each make offers to the other and answers it.
const PAIRS: readonly (readonly [first: Name, second: Name])[] = [
  ['Chromium', 'Firefox'],
  ['Firefox', 'Chromium'],
  ['Firefox', 'another Firefox'],
];

/** A restart that the browsers do not agree upon ends in a new link, after a while. */
const RESTART_MS = 60_000;

let browsers: Record<Name, Browser>;

before(async () => {
  const [chromium, firefox, another] = await Promise.all([
    // Shares the whole screen, without the picker.
    launchBrowser(['--auto-select-desktop-capture-source=Entire screen']),
    launchFirefox(),
    launchFirefox(),
  ]);
  browsers = { Chromium: chromium, Firefox: firefox, 'another Firefox': another };
});
after(() => Promise.all(Object.values(browsers).map((browser) => browser.close())));

for (const [first, second] of PAIRS) {
  describe(`${first} in a call with ${second}, who comes second`, () => {
    let demo: Demo;
    let interviewer: Person;
    let candidate: Person;
    let ways: readonly (readonly [from: Page, to: Page])[];

    before(async () => {
      demo = await startTestDemo();
      interviewer = await newVisitor(browsers[first]);
      candidate = await newVisitor(browsers[second]);
      for (const { page } of [interviewer, candidate]) await page.addInitScript(smallPictures);
      ways = [
        [interviewer.page, candidate.page],
        [candidate.page, interviewer.page],
      ];
    });
    after(async () => {
      await Promise.all([interviewer, candidate].map(({ context }) => context.close()));
      await demo.close();
    });

    it('carries picture and sound both ways', async () => {
      await joinCall(interviewer.page, demo.interviewerUrl);
      await joinCall(candidate.page, demo.candidateUrl);
      await flowsBothWays();
      await sees(interviewer.page, '지원자');
      await sees(candidate.page, '인터뷰어');
    });

    it('carries chat both ways', async () => {
      await say(interviewer.page, '들리시나요? 🙂');
      await sees(candidate.page, '들리시나요? 🙂');
      await say(candidate.page, '네, <b>잘</b> 들립니다');
      await sees(interviewer.page, '네, <b>잘</b> 들립니다');
    });

    it('mutes each microphone and un-mutes it', async () => {
      for (const [from, to] of ways) {
        await from.getByRole('button', { name: '마이크 끄기' }).click();
        await noSoundComes(to);
        await to.getByText('마이크 꺼짐').or(to.getByLabel('마이크 꺼짐')).first().waitFor();
        await from.getByRole('button', { name: '마이크 켜기' }).click();
        await soundComes(to);
      }
    });

    it('turns each camera off and on', async () => {
      for (const [from, to] of ways) {
        await from.getByRole('button', { name: '카메라 끄기' }).click();
        await noFramesCome(to);
        await from.getByRole('button', { name: '카메라 켜기' }).click();
        await decodesFrames(to);
      }
    });

    it('shares each screen', async () => {
      for (const [from, to] of ways) {
        await from.getByRole('button', { name: '화면 공유', exact: true }).click();
        await screenComes(to);
        await from.getByRole('button', { name: '화면 공유 끝내기' }).first().click();
        await until('the screen is gone', () =>
          to.evaluate(
            () =>
              document.querySelector('rendev-interview')?.participants[0]?.screenStream === null,
          ),
        );
      }
    });

    it('goes on after an ICE restart by each side', async () => {
      for (const [from, to] of ways) {
        const before = (await iceState(from)).generation;
        await restartIce(from);
        await until(
          'both have moved to new credentials',
          async () => {
            const ends = await Promise.all([iceState(from), iceState(to)]);
            return ends.every(
              ({ generation, settled }) =>
                settled && generation !== before && generation === ends[0].generation,
            );
          },
          RESTART_MS,
        );
        await flowsBothWays(RESTART_MS);
      }
    });

    it('ends without an error in either page', async () => {
      await candidate.page.getByRole('button', { name: '나가기' }).click();
      await until('the other side closed the connection', () =>
        interviewer.page.evaluate(() =>
          globalThis.peerConnections.every((pc) => pc.connectionState === 'closed'),
        ),
      );
      assert.deepEqual([...interviewer.errors, ...candidate.errors], []);
    });

    const flowsBothWays = (timeoutMs?: number): Promise<unknown> =>
      Promise.all(
        ways.flatMap(([, to]) => [decodesFrames(to, timeoutMs), soundComes(to, timeoutMs)]),
      );
  });
}
