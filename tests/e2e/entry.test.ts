import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Demo } from '../../scripts/demo/demo.ts';
import { launchBrowser, newVisitor } from './browser.ts';
import { openLobby, reaches, sees, startTestDemo, stateOf } from './room.ts';
import { decodesFrames } from './media.ts';
import { until } from './until.ts';

const MINUTE = 60_000;
const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

describe('the door', () => {
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

  /** A visitor whose page closes when the test ends. */
  async function visit(test: TestContext): Promise<Page> {
    const { page, context } = await newVisitor(browser);
    test.after(() => context.close());
    return page;
  }

  const link = (code: string | null): string => {
    assert.ok(code);
    return `${demo.pageUrl}/#code=${code}`;
  };

  it('says under the field that a code is wrong, and takes another', async (test) => {
    const page = await visit(test);
    await page.goto(demo.pageUrl);
    const field = page.getByRole('textbox', { name: '인터뷰 코드' });
    await field.fill('ZZZZ-9999');
    await field.press('Enter');
    await sees(page, '인터뷰 코드가 바르지 않습니다');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    await field.fill(new URL(demo.candidateUrl).hash.replace('#code=', ''));
    await field.press('Enter');
    await reaches(page, 'lobby');
  });

  it('counts down to the opening and opens by itself', async (test) => {
    const page = await visit(test);
    const interview = await demo.book({
      scheduledAt: inMs(15 * MINUTE + 8_000),
      participants: [{ role: 'candidate', name: '지원자' }],
    });
    await page.goto(link(interview.participants[0]?.code ?? null));
    await page.getByRole('button', { name: '인터뷰 입장' }).click();
    await reaches(page, 'countdown');
    await sees(page, '이 페이지가 저절로 열려요');
    await reaches(page, 'lobby', 30_000);
  });

  it('does not open on a page whose clock is wrong', async (test) => {
    const page = await visit(test);
    await page.clock.setFixedTime(Date.now() + 3 * 60 * MINUTE);
    const interview = await demo.book({
      scheduledAt: inMs(60 * MINUTE),
      participants: [{ role: 'candidate', name: '지원자' }],
    });
    await page.goto(link(interview.participants[0]?.code ?? null));
    await page.getByRole('button', { name: '인터뷰 입장' }).click();
    await reaches(page, 'countdown');
  });

  it('says that the time is over', async (test) => {
    const page = await visit(test);
    const interview = await demo.book({ scheduledAt: inMs(0), closesAt: inMs(2_000) });
    await page.goto(link(interview.code));
    await until('the window is over', () => Date.now() > Date.parse(interview.closesAt ?? ''));
    await page.getByRole('button', { name: '인터뷰 입장' }).click();
    await reaches(page, 'refused');
    await sees(page, '시간이 지났');
  });

  it('refuses a third person with the shared code of a room for two', async (test) => {
    const interview = await demo.book({ scheduledAt: inMs(0) });
    for (const name of ['하나', '두리']) {
      const page = await visit(test);
      await openLobby(page, link(interview.code));
      await page.getByRole('textbox', { name: '이름' }).fill(name);
      await page.getByRole('button', { name: '입장하기' }).click();
      await reaches(page, 'in-call');
      if (name === '두리') await decodesFrames(page);
    }
    const page = await visit(test);
    await page.goto(link(interview.code));
    await page.getByRole('button', { name: '인터뷰 입장' }).click();
    await reaches(page, 'refused');
  });

  it('lets a person without camera and microphone in', async (test) => {
    const page = await visit(test);
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('none', 'NotFoundError'));
    });
    const interview = await demo.book({
      scheduledAt: inMs(0),
      participants: [{ role: 'candidate', name: '지원자' }],
    });
    await openLobby(page, link(interview.participants[0]?.code ?? null));
    await page.getByRole('button', { name: '입장하기' }).click();
    await reaches(page, 'in-call');
  });

  it('names the server that cannot be reached and comes back', async (test) => {
    const page = await visit(test);
    await page.goto(demo.candidateUrl);
    await page.route('**/v1/entries', (route) => route.abort());
    await page.getByRole('button', { name: '인터뷰 입장' }).click();
    await reaches(page, 'refused');
    assert.equal(
      await page.evaluate(() => {
        const state = document.querySelector('rendev-interview')?.session.snapshot.state;
        return state?.name === 'refused' ? state.error.code : null;
      }),
      'server-unreachable',
    );
    await page.unroute('**/v1/entries');
    await page.getByRole('button', { name: '인터뷰 입장' }).click();
    await until('the lobby opens', async () => (await stateOf(page)) === 'lobby');
  });
});
