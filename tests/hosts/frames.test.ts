import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import type { Demo } from '../../scripts/demo/demo.ts';
import { launchBrowser, newVisitor } from '../e2e/browser.ts';
import { decodesFrames } from '../e2e/media.ts';
import { joinCall, startTestDemo } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { startStrictPage } from './strict-page.ts';
import { violationsOf, watchViolations } from './violations.ts';

const allowOf = (): string => {
  const [, allow = ''] = /allow="([^"]+)"/.exec(readFileSync('docs/csp.md', 'utf8')) ?? [];
  return allow;
};

describe('a frame of another origin', () => {
  let demo: Demo;
  let browser: Browser;

  before(async () => {
    demo = await startTestDemo({}, await startStrictPage(allowOf()));
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await demo.close();
  });

  /** The element's page in a frame of a page at another origin, past the code entry. */
  async function openFramed(test: TestContext, path: string): Promise<[Page, Frame]> {
    const { page, context } = await newVisitor(browser);
    test.after(() => context.close());
    await watchViolations(page);
    const { port } = new URL(demo.pageUrl);
    await page.goto(`http://localhost:${port}${path}`);
    const inner = await page.waitForSelector('iframe');
    const frame = await inner.contentFrame();
    assert.ok(frame);
    const code = new URL(demo.candidateUrl).hash.replace('#code=', '');
    await frame.getByRole('textbox', { name: '인터뷰 코드' }).fill(code);
    await frame.getByRole('button', { name: '인터뷰 입장' }).click();
    await reachesIn(frame, 'lobby');
    return [page, frame];
  }

  const reachesIn = (frame: Frame, state: string): Promise<void> =>
    until(
      `the state in the frame is ${state}`,
      async () => (await frame.locator('rendev-interview').getAttribute('state')) === state,
    );

  it('that is given the devices carries a call', async (test) => {
    const { page: across, context } = await newVisitor(browser);
    test.after(() => context.close());
    await joinCall(across, demo.interviewerUrl);
    const [, frame] = await openFramed(test, '/framed');
    await frame.getByRole('button', { name: '입장하기' }).click();
    await reachesIn(frame, 'in-call');
    await decodesFrames(across);
    assert.deepEqual(await violationsOf(frame), []);
  });

  it('that is not given them says what blocks, and lets the person join all the same', async (test) => {
    const [, frame] = await openFramed(test, '/framed-without');
    await frame.getByText('이 페이지가 카메라를 막고 있습니다.').first().waitFor();
    await frame.getByText('이 페이지가 마이크를 막고 있습니다.').first().waitFor();
    await frame
      .getByRole('button', { name: /입장하기/ })
      .first()
      .click();
    await reachesIn(frame, 'in-call');
    assert.deepEqual(await violationsOf(frame), []);
  });
});
