import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { ar } from '../../packages/widget/src/locales/ar/ar.ts';
import { ja } from '../../packages/widget/src/locales/ja/ja.ts';
import type { Demo } from '../../scripts/demo/demo.ts';
import { launchBrowser, newVisitor } from '../e2e/browser.ts';
import { decodesFrames } from '../e2e/media.ts';
import { reaches, startTestDemo } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';

const CHUNK = '**/rendev-language-*.js';

const shown = (page: Page): Promise<string> =>
  page.locator('rendev-interview .frame').evaluate((frame) => (frame as HTMLElement).innerText);
const frameIs = (page: Page, lang: string): Promise<void> =>
  page.locator(`rendev-interview .frame[lang="${lang}"]`).waitFor();

/** Holds the chunk back until the result is aborted. */
async function holdBack(page: Page): Promise<AbortController> {
  const comes = new AbortController();
  await page.route(CHUNK, async (route) => {
    if (!comes.signal.aborted) await once(comes.signal, 'abort');
    await route.continue();
  });
  return comes;
}

describe('a language that loads later', () => {
  let demo: Demo;
  let browser: Browser;

  before(async () => {
    demo = await startTestDemo();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await demo.close();
  });

  /** A visitor to a host page in that language, whose page closes when the test ends. */
  async function visit(test: TestContext, lang: string): Promise<Page> {
    const { page, context } = await newVisitor(browser, {
      permissions: ['camera', 'microphone'],
    });
    test.after(() => context.close());
    // When the page is parsed, before its modules run.
    await page.addInitScript((own) => {
      document.addEventListener('readystatechange', () => (document.documentElement.lang = own), {
        once: true,
      });
    }, lang);
    return page;
  }

  for (const [lang, texts] of [
    ['ar', ar],
    ['ja', ja],
  ] as const) {
    it(`takes two people from the code to the call and out of it (${lang})`, async (test) => {
      const pages: Page[] = [];
      for (const link of [demo.interviewerUrl, demo.candidateUrl]) {
        const page = await visit(test, lang);
        await page.goto(link);
        await page.getByRole('button', { name: texts.terms.enter }).click();
        await reaches(page, 'lobby');
        await page.getByRole('button', { name: texts.lobby.join, exact: true }).click();
        await reaches(page, 'in-call');
        pages.push(page);
      }
      for (const page of pages) {
        await decodesFrames(page);
        const call = page.locator('rendev-call');
        const direction = await call.evaluate((element) => getComputedStyle(element).direction);
        assert.equal(direction, lang === 'ar' ? 'rtl' : 'ltr');
        assert.doesNotMatch(await shown(page), /[가-힣]{2}.*(습니다|세요)/);
      }
      for (const page of pages) {
        await page.getByRole('button', { name: texts.terms.leave, exact: true }).click();
        await reaches(page, 'ended');
        await page.getByRole('heading', { name: texts.ended.reasons.left[0] }).waitFor();
      }
    });
  }

  it('shows nothing rather than English while it loads', async (test) => {
    const page = await visit(test, 'ja');
    const comes = await holdBack(page);
    const asked = page.waitForRequest(CHUNK);
    await page.goto(demo.pageUrl);
    await asked;
    assert.equal((await shown(page)).trim(), '');
    comes.abort();
    await page.getByRole('button', { name: ja.terms.enter }).waitFor();
  });

  it('gives way to English when it does not come, and follows when it does', async (test) => {
    const page = await visit(test, 'ja');
    const comes = await holdBack(page);
    await page.goto(demo.pageUrl);
    await page.getByRole('button', { name: 'Enter the interview' }).waitFor();
    await frameIs(page, 'en');
    comes.abort();
    await page.getByRole('button', { name: ja.terms.enter }).waitFor();
    await frameIs(page, 'ja');
  });

  it('is English when it cannot be loaded, and is asked for again at the next change', async (test) => {
    const page = await visit(test, 'ar');
    await page.route(CHUNK, (route) => route.abort());
    await page.goto(demo.pageUrl);
    await page.getByRole('button', { name: 'Enter the interview' }).waitFor();
    await page.unroute(CHUNK);
    const speak = (lang: string) =>
      page.evaluate((next) => {
        document.documentElement.lang = next;
      }, lang);
    await speak('ko');
    await frameIs(page, 'ko');
    await speak('ar');
    await page.getByRole('button', { name: ar.terms.enter }).waitFor();
    assert.equal(await page.locator('rendev-interview .frame').getAttribute('dir'), 'rtl');
  });

  it('leaves a page in Korean or English without a further request', async (test) => {
    const page = await visit(test, 'en-GB');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(demo.pageUrl);
    await page.getByRole('button', { name: 'Enter the interview' }).waitFor();
    await until('the script has come', () => asked.some((url) => url.includes('rendev-interview')));
    assert.deepEqual(
      asked.filter((url) => url.includes('rendev-language')),
      [],
    );
  });
});
