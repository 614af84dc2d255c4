import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Demo } from '../../scripts/demo/demo.ts';
import { launchBrowser, newVisitor } from '../e2e/browser.ts';
import { joinCall, openLobby, reaches, sees, startTestDemo } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';

/** Two people, a real server, and the browser's own focus, keys and presses. */
describe('the controls of a call', () => {
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

  async function visit(test: TestContext): Promise<Page> {
    const { page, context, errors } = await newVisitor(browser);
    test.after(async () => {
      assert.deepEqual(errors, []);
      await context.close();
    });
    return page;
  }

  async function links(change: { admission?: 'knock' } = {}) {
    const interview = await demo.book({
      title: '프런트엔드 개발자 인터뷰',
      scheduledAt: new Date().toISOString(),
      participants: [
        { role: 'candidate', name: '지원자' },
        { role: 'interviewer', name: '진행자' },
      ],
      ...change,
    });
    const [candidate, interviewer] = interview.participants.map(
      ({ code }) => `${demo.pageUrl}/#code=${code ?? ''}`,
    );
    assert.ok(candidate && interviewer);
    return { candidate, interviewer };
  }

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const isMuted = (page: Page) =>
    page.evaluate(
      () =>
        document.querySelector('rendev-interview')?.session.snapshot.self?.media.microphone ===
        false,
    );
  /** Where the focus is, through every shadow root, as it is spoken. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.ariaLabel ?? active?.textContent.trim() ?? '';
    });

  it('let in, send back, and refuse with a word', async (test) => {
    const { candidate, interviewer } = await links({ admission: 'knock' });
    const [host, guest] = [await visit(test), await visit(test)];
    await joinCall(host, interviewer);
    const knock = async () => {
      await openLobby(guest, candidate);
      await button(guest, '입장하기').click();
      await reaches(guest, 'waiting');
    };
    await knock();
    await sees(host, '지원자 님이 입장을 기다리고 있습니다.');
    await button(host, '지원자 님 승낙').click();
    await reaches(guest, 'in-call');

    await host.getByRole('button', { name: '참가자' }).click();
    await button(host, '지원자 님 관리').click();
    await host.getByRole('menuitem', { name: '대기실로 보내기' }).click();
    const question = host.getByRole('dialog', { name: '지원자 님을 대기실로 보낼까요?' });
    await question.waitFor();
    assert.equal(await focused(host), '취소');
    await question.getByRole('button', { name: '대기실로 보내기' }).click();
    await reaches(guest, 'waiting');

    await button(host, '지원자 님 거절').click();
    await host.getByRole('textbox', { name: '전할 말 (선택)' }).fill('내일 다시 뵙겠습니다.');
    await host.getByRole('dialog').getByRole('button', { name: '거절' }).click();
    await reaches(guest, 'ended');
    await sees(guest, '내일 다시 뵙겠습니다.');
  });

  it('give more time, and end it for everybody', async (test) => {
    const { candidate, interviewer } = await links();
    const [host, guest] = [await visit(test), await visit(test)];
    await joinCall(host, interviewer);
    await joinCall(guest, candidate);
    await host.getByRole('button', { name: '참가자' }).click();
    await button(host, '30분 늘리기').click();
    for (const page of [host, guest]) await sees(page, '인터뷰 시간이 30분 늘어났습니다.');

    await button(host, '더 보기').click();
    await host.getByRole('menuitem', { name: '모두의 인터뷰 끝내기' }).click();
    await sees(host, '나를 포함해 2명이 통화에서 나가게 되고');
    await host.keyboard.press('Escape');
    assert.equal(await focused(host), '더 보기');
    await host.keyboard.press('Enter');
    await host.keyboard.press('ArrowUp');
    await host.keyboard.press('Enter');
    await host.getByRole('dialog').getByRole('button', { name: '모두 끝내기' }).click();
    for (const page of [host, guest]) await reaches(page, 'ended');
  });

  it('are worked by keys and by the menu alone', async (test) => {
    const { candidate } = await links();
    const page = await visit(test);
    await joinCall(page, candidate);
    const microphone = button(page, '마이크 끄기');
    await microphone.waitFor();
    // A press on the stage puts the focus within.
    await page.locator('rendev-interview').click({ position: { x: 60, y: 200 } });
    await page.keyboard.press('m');
    await until('the microphone is off', () => isMuted(page));

    await page.keyboard.press('?');
    await page.getByRole('switch', { name: '누르고 말하기' }).click();
    await page.keyboard.press('Escape');
    await page.locator('rendev-interview').click({ position: { x: 60, y: 200 } });
    await page.keyboard.down('Space');
    await until('the microphone is on', async () => !(await isMuted(page)));
    await page.keyboard.up('Space');
    await until('the microphone is off again', () => isMuted(page));

    await button(page, '더 보기').focus();
    await page.keyboard.press('ArrowDown');
    const grid = page.getByRole('menuitemradio', { name: '나란히' });
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), '나란히');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), '더 보기');
    await page.keyboard.press('Enter');
    assert.equal(await grid.getAttribute('aria-checked'), 'true');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), '나가기');
  });

  it('close the menu by a press elsewhere, or on its button again', async (test) => {
    const { candidate } = await links();
    const page = await visit(test);
    await joinCall(page, candidate);
    const menu = page.getByRole('menu', { name: '더 보기' });
    for (const place of ['elsewhere', 'its button'] as const) {
      await button(page, '더 보기').click();
      await menu.waitFor();
      if (place === 'elsewhere') await page.mouse.click(60, 200);
      else await button(page, '더 보기').click();
      await menu.waitFor({ state: 'hidden' });
    }
  });
});
