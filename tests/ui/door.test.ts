import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it, type TestContext } from 'node:test';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import type { Demo } from '../../scripts/demo/demo.ts';
import { CHROMIUM, newVisitor } from '../e2e/browser.ts';
import { openLobby, reaches, sees, startTestDemo } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';

const MINUTE = 60_000;
const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();
const DEVICES = ['microphone', 'camera'];

/** From the link to the door, in a browser that asks the person for the devices. */
describe('the way to the door', () => {
  let demo: Demo;
  let browser: Browser;

  before(async () => {
    demo = await startTestDemo();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream'],
    });
  });
  after(async () => {
    await browser.close();
    await demo.close();
  });

  async function visit(test: TestContext, options: BrowserContextOptions = {}): Promise<Page> {
    const { page, context } = await newVisitor(browser, options);
    test.after(() => context.close());
    return page;
  }

  async function candidateLink(minutes = 0, change: { admission?: 'knock' } = {}) {
    const interview = await demo.book({
      title: '프런트엔드 개발자 인터뷰',
      scheduledAt: inMs(minutes * MINUTE),
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

  const captured = (page: Page) => page.evaluate(() => globalThis.capturedTracks.length);
  const allow = (page: Page) => page.getByRole('button', { name: '마이크와 카메라 허용하기' });
  const cameraIs = (page: Page, status: string) =>
    until(`the camera is ${status}`, () =>
      page.evaluate(
        (wanted) =>
          document.querySelector('rendev-interview')?.session.snapshot.media.camera.status ===
          wanted,
        status,
      ),
    );

  it('explains before the browser asks, and then shows the person', async (test) => {
    const page = await visit(test);
    await openLobby(page, (await candidateLink()).candidate);
    await allow(page).waitFor();
    assert.equal(await captured(page), 0);
    // As a person who presses "allow" in the browser's own question.
    await page.context().grantPermissions(DEVICES);
    await cameraIs(page, 'on');
    await page.getByRole('button', { name: '카메라 끄기' }).waitFor();
    await page.getByRole('button', { name: '입장하기', exact: true }).click();
    await reaches(page, 'in-call');
  });

  it('says what to do where the browser refuses, and lets the person in', async (test) => {
    const page = await visit(test);
    await openLobby(page, (await candidateLink()).candidate);
    // Nobody answers a headless browser's question: it counts as a refusal.
    await allow(page).click();
    await sees(page, '카메라 사용이 허용되지 않았습니다.');
    await sees(page, '마이크 사용이 허용되지 않았습니다.');
    await sees(page, '주소창');
    // Allowed in the browser's settings after all, the devices start without a press.
    await page.context().grantPermissions(DEVICES);
    await cameraIs(page, 'on');
    await until('the alert is gone', async () => (await page.getByText('주소창').count()) === 0);
  });

  it('lets a person in who wants neither microphone nor camera', async (test) => {
    const page = await visit(test);
    await openLobby(page, (await candidateLink()).candidate);
    await page.getByRole('button', { name: '마이크와 카메라 없이 입장하기' }).click();
    await reaches(page, 'in-call');
    assert.equal(await captured(page), 0);
  });

  it('asks for nothing twice of who has allowed it before', async (test) => {
    const page = await visit(test, { permissions: DEVICES });
    await openLobby(page, (await candidateLink()).candidate);
    await cameraIs(page, 'on');
    assert.equal(await allow(page).count(), 0);
  });

  it('records the voice and plays it in the lobby', async (test) => {
    const page = await visit(test, { permissions: DEVICES });
    await openLobby(page, (await candidateLink()).candidate);
    await page.getByRole('button', { name: '녹음해서 들어 보기' }).click();
    await sees(page, '녹음된 목소리를 들려 드리고 있습니다.');
    await sees(page, '잘 들렸나요?');
  });

  it('gives the calendar a file, and lets the devices be tried before the opening', async (test) => {
    const page = await visit(test, { permissions: DEVICES });
    const { candidate } = await candidateLink(90);
    await page.goto(candidate);
    await page.getByRole('button', { name: '인터뷰 입장' }).click();
    await reaches(page, 'countdown');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '캘린더에 추가' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'interview.ics');
    const file = (await readFile(await download.path(), 'utf8')).replace(/\r\n /g, '');
    assert.match(file, /\r\nSUMMARY:프런트엔드 개발자 인터뷰\r\n/);
    assert.ok(file.includes(`\r\nURL:${candidate}\r\n`));

    await page.getByRole('button', { name: '마이크와 카메라 미리 확인' }).click();
    await cameraIs(page, 'on');
    await page.getByRole('button', { name: '확인 마치기' }).click();
    await cameraIs(page, 'off');
    assert.ok(
      await page.evaluate(() =>
        globalThis.capturedTracks.every((track) => track.readyState === 'ended'),
      ),
    );
  });

  it('goes from trying the devices into the lobby without stopping them', async (test) => {
    const page = await visit(test, { permissions: DEVICES });
    const interview = await demo.book({
      scheduledAt: inMs(15 * MINUTE + 9_000),
      participants: [{ role: 'candidate', name: '지원자' }],
    });
    await page.goto(`${demo.pageUrl}/#code=${interview.participants[0]?.code ?? ''}`);
    await page.getByRole('button', { name: '인터뷰 입장' }).click();
    await page.getByRole('button', { name: '마이크와 카메라 미리 확인' }).click();
    await cameraIs(page, 'on');
    const before = await captured(page);
    await reaches(page, 'lobby', 30_000);
    await page.getByRole('button', { name: '입장하기', exact: true }).waitFor();
    await cameraIs(page, 'on');
    assert.equal(await captured(page), before);
  });

  it('keeps the own picture while the knock is heard, and brings the refusal with its word', async (test) => {
    const { candidate, interviewer } = await candidateLink(0, { admission: 'knock' });
    const host = await visit(test, { permissions: DEVICES });
    await openLobby(host, interviewer);
    await host.getByRole('button', { name: '입장하기', exact: true }).click();
    await reaches(host, 'in-call');

    const page = await visit(test, { permissions: DEVICES });
    await openLobby(page, candidate);
    await page.getByRole('button', { name: '입장하기', exact: true }).click();
    await reaches(page, 'waiting');
    await sees(page, '입장 요청이 전해졌습니다.');
    await page.getByRole('button', { name: '카메라 끄기' }).click();
    await page.getByRole('button', { name: '카메라 켜기' }).waitFor();

    await host.evaluate(async () => {
      const session = document.querySelector('rendev-interview')?.session;
      const waiting = session?.snapshot.participants.find(({ admitted }) => !admitted);
      await session?.reject(waiting?.id ?? '', '다음 시간에 다시 와 주세요.');
    });
    await reaches(page, 'ended');
    await sees(page, '다음 시간에 다시 와 주세요.');
    assert.equal(await page.getByRole('radio').count(), 0);
  });

  it('asks who was in the call how it was, and tells the host', async (test) => {
    const page = await visit(test, { permissions: DEVICES });
    await openLobby(page, (await candidateLink()).candidate);
    await page.getByRole('button', { name: '입장하기', exact: true }).click();
    await reaches(page, 'in-call');
    const rated = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.querySelector('rendev-interview')?.addEventListener('rating', ({ detail }) => {
            resolve(detail);
          });
        }),
    );
    // Shorter than a second is no call to be judged.
    const since = Date.now();
    await until('the call has lasted', () => Date.now() - since > 1_200);
    await page.getByRole('button', { name: '나가기' }).click();
    await reaches(page, 'ended');
    const bad = page.getByRole('radio', { name: '매우 나쁨' });
    await bad.focus();
    await bad.press('ArrowLeft');
    await page.getByRole('radio', { name: '매우 좋음', checked: true }).waitFor();
    await page.getByRole('textbox', { name: /더 하실 말씀/ }).fill('좋았어요.');
    await page.getByRole('button', { name: '의견 보내기' }).click();
    assert.deepEqual(await rated, { score: 5, comment: '좋았어요.' });
    await sees(page, '고맙습니다');
  });

  it('offers a way out of an app, with the code of the link', async (test) => {
    const userAgent =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile KAKAOTALK 11.0';
    const page = await visit(test, { permissions: DEVICES, userAgent });
    const { candidate } = await candidateLink();
    await page.goto(candidate);
    const way = page.getByRole('link', { name: '다른 브라우저에서 열기' });
    const outside = `kakaotalk://web/openExternal?url=${encodeURIComponent(candidate)}`;
    assert.equal(await way.getAttribute('href'), outside);
    await page.getByRole('button', { name: '인터뷰 입장' }).click();
    await reaches(page, 'lobby');
    assert.equal(await way.getAttribute('href'), outside);
  });

  it('reaches the join button on a phone without scrolling', async (test) => {
    const page = await visit(test, {
      permissions: DEVICES,
      viewport: { width: 360, height: 740 },
    });
    await openLobby(page, (await candidateLink()).candidate);
    const join = page.getByRole('button', { name: '입장하기', exact: true });
    await join.waitFor();
    const box = await join.boundingBox();
    assert.ok(box !== null && box.y + box.height <= 740, JSON.stringify(box));
  });
});
