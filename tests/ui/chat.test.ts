import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Demo } from '../../scripts/demo/demo.ts';
import { launchBrowser, newVisitor, type Visitor } from '../e2e/browser.ts';
import { joinCall, say, sees, startTestDemo } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';

const field = (page: Page) => page.getByRole('textbox', { name: '메시지' });
const log = (page: Page) => page.getByRole('log');

describe('the chat of two people', () => {
  let demo: Demo;
  let browser: Browser;
  let interviewer: Visitor;
  let candidate: Visitor;

  before(async () => {
    demo = await startTestDemo();
    browser = await launchBrowser();
    interviewer = await newVisitor(browser);
    await joinCall(interviewer.page, demo.interviewerUrl);
    await say(interviewer.page, '먼저 남긴 말');
    // A phone.
    candidate = await newVisitor(browser, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    await joinCall(candidate.page, demo.candidateUrl);
  });
  after(async () => {
    await browser.close();
    await demo.close();
  });

  it('shows the late comer what was said before', async () => {
    await candidate.page.getByRole('button', { name: '채팅' }).click();
    await sees(candidate.page, '먼저 남긴 말');
    await log(interviewer.page).getByText('읽음').waitFor();
  });

  it('opens an address in a tab that knows nothing of this one', async () => {
    await say(candidate.page, `주소는 ${demo.pageUrl}를 보세요`);
    const link = log(interviewer.page).getByRole('link');
    assert.equal(await link.getAttribute('href'), demo.pageUrl);
    const [tab] = await Promise.all([
      interviewer.page.context().waitForEvent('page'),
      link.click(),
    ]);
    await tab.waitForLoadState();
    const [opener, referrer] = await tab.evaluate(() => [
      globalThis.opener === null,
      document.referrer,
    ]);
    assert.equal(opener, true);
    assert.equal(referrer, '');
    await tab.close();
  });

  it('sees the other typing', async () => {
    await field(candidate.page).pressSequentially('음');
    await interviewer.page.getByText('입력하고 있습니다').waitFor();
    await field(candidate.page).fill('');
  });

  it('writes an emoji by keyboard alone, and loads them only then', async () => {
    const { page } = interviewer;
    const loaded = () =>
      page.evaluate(
        () =>
          performance.getEntriesByType('resource').filter(({ name }) => name.includes('emoji'))
            .length,
      );
    assert.equal(await loaded(), 0);
    await field(page).fill('좋아요');
    await field(page).press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('grid').waitFor();
    assert.ok((await loaded()) > 0);
    await page.keyboard.type('박수');
    await page.keyboard.press('Enter');
    await until('it is in the field', async () => (await field(page).inputValue()) === '좋아요👏');
    await page.keyboard.press('Enter');
    await sees(candidate.page, '좋아요👏');
  });

  it('copies a message to the clipboard', async () => {
    const { page } = interviewer;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await log(page).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(
      'it is on the clipboard',
      async () => (await page.evaluate(() => navigator.clipboard.readText())) === '좋아요👏',
    );
  });

  it('has the draft again after a reload, and forgets it when the person leaves', async () => {
    const { page } = candidate;
    const drafts = () =>
      page.evaluate(
        () => Object.keys(sessionStorage).filter((key) => key.includes('draft')).length,
      );
    await field(page).fill('쓰다 만 말');
    await page.reload();
    await until('it is in the call again', () =>
      page.getByRole('button', { name: '채팅' }).first().isVisible(),
    );
    await page.getByRole('button', { name: '채팅' }).first().click();
    assert.equal(await field(page).inputValue(), '쓰다 만 말');
    assert.equal(await drafts(), 1);
    await page.getByRole('button', { name: '닫기' }).click();
    await page.getByRole('button', { name: '나가기' }).click();
    await until('the draft is gone', async () => (await drafts()) === 0);
    assert.deepEqual([...interviewer.errors, ...candidate.errors], []);
  });
});
