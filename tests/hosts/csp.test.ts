import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Demo } from '../../scripts/demo/demo.ts';
import { launchBrowser, newVisitor, type Visitor } from '../e2e/browser.ts';
import { decodesFrames } from '../e2e/media.ts';
import { joinCall, reaches, say, sees, startTestDemo } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { startStrictPage } from './strict-page.ts';
import { violationsOf, watchViolations } from './violations.ts';

const field = (page: Page) => page.getByRole('textbox', { name: '메시지' });

describe('a page under the policy of docs/csp.md', () => {
  let demo: Demo;
  let browser: Browser;
  let one: Visitor;
  let other: Visitor;

  before(async () => {
    demo = await startTestDemo({}, await startStrictPage(''));
    browser = await launchBrowser(['--auto-select-desktop-capture-source=Entire screen']);
    [one, other] = await Promise.all([newVisitor(browser), newVisitor(browser)]);
    await Promise.all([one, other].map(({ page }) => watchViolations(page)));
  });
  after(async () => {
    await browser.close();
    await demo.close();
  });

  it('is held to it: a script, a style and markup of others are stopped and counted', async () => {
    const { page, context } = await newVisitor(browser);
    await watchViolations(page);
    await page.goto(demo.pageUrl);
    await page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.textContent = 'globalThis.ran = true';
      } catch {
        // Trusted Types refuse it by an exception too.
      }
      document.head.append(script);
      try {
        document.createElement('div').innerHTML = '<b></b>';
      } catch {
        // The same.
      }
      document.body.setAttribute('style', 'color: red');
    });
    await until('they are counted', async () => (await violationsOf(page)).length >= 3);
    const stopped = (await violationsOf(page)).map((line) => line.split(' ')[0]);
    assert.ok(stopped.includes('require-trusted-types-for'));
    assert.ok(stopped.some((directive) => directive?.startsWith('style-src')));
    await context.close();
  });

  it('carries a call with chat, emoji and a shared screen without a violation', async () => {
    await joinCall(one.page, demo.interviewerUrl);
    await joinCall(other.page, demo.candidateUrl);
    await Promise.all([decodesFrames(one.page), decodesFrames(other.page)]);

    await say(one.page, '안녕하세요 https://example.com/');
    await sees(other.page, '안녕하세요');

    await field(one.page).press('Tab');
    await one.page.keyboard.press('Enter');
    await one.page.getByRole('grid').waitFor();
    await one.page.keyboard.type('박수');
    await one.page.keyboard.press('Enter');
    await until('the emoji is in the field', async () =>
      (await field(one.page).inputValue()).includes('👏'),
    );
    await one.page.keyboard.press('Enter');
    await sees(other.page, '👏');

    await one.page.getByRole('button', { name: '화면 공유', exact: true }).click();
    await until('the screen comes', () =>
      other.page.evaluate(
        () => document.querySelector('rendev-interview')?.participants[0]?.screenStream != null,
      ),
    );
    await one.page.getByRole('button', { name: '화면 공유 끝내기' }).first().click();

    await one.page.evaluate(() => document.querySelector('rendev-interview')?.leave());
    await reaches(one.page, 'ended');
    for (const { page, errors } of [one, other]) {
      assert.deepEqual(await violationsOf(page), []);
      assert.deepEqual(errors, []);
    }
  });
});
