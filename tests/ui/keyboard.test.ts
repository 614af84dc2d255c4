import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Demo } from '../../scripts/demo/demo.ts';
import { launchBrowser, newVisitor, type Visitor } from '../e2e/browser.ts';
import { launchFirefox } from '../e2e/firefox.ts';
import { decodesFrames } from '../e2e/media.ts';
import { joinCall, reaches, say, sees, startTestDemo } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';

/** No screen of ours has more to stop at. */
const MOST_STOPS = 60;

/** Where the focus is, through every shadow root, as it is spoken. */
function focusOf(page: Page): Promise<{ tag: string; name: string }> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const name = active?.getAttribute('aria-label') ?? active?.textContent ?? '';
    const label = active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : null;
    return { tag: active?.localName ?? '', name: (label ?? name).trim() };
  });
}

async function tabTo(page: Page, name: string): Promise<void> {
  const met: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    if (focus.name === name) return;
    met.push(focus.name);
  }
  assert.fail(`Tab does not come to ${name}, but to: ${[...new Set(met)].join(' | ')}`);
}

const heading = (page: Page, state: string) =>
  until(`the heading of ${state} has the focus`, async () => (await focusOf(page)).tag === 'h2');

const isMuted = (page: Page) =>
  page.evaluate(
    () =>
      document.querySelector('rendev-interview')?.session.snapshot.self?.media.microphone === false,
  );

const BROWSERS = [
  ['Chromium', launchBrowser],
  ['Firefox', launchFirefox],
] as const;

for (const [name, launch] of BROWSERS) {
  describe(`from the code to goodbye by keys alone, in ${name}`, () => {
    let demo: Demo;
    let browsers: Browser[] = [];
    let person: Visitor;
    let other: Visitor;

    before(async () => {
      demo = await startTestDemo();
      browsers = [await launch(), await launchBrowser()];
      const [own, others] = browsers;
      assert.ok(own && others);
      person = await newVisitor(own);
      other = await newVisitor(others);
      await joinCall(other.page, demo.interviewerUrl);
    });
    after(async () => {
      await Promise.all(browsers.map((browser) => browser.close()));
      await demo.close();
    });

    it('passes the door and the lobby', async () => {
      const { page } = person;
      await page.goto(demo.pageUrl);
      await page.getByRole('textbox', { name: '인터뷰 코드' }).waitFor();
      await tabTo(page, '인터뷰 코드');
      await page.keyboard.type(new URL(demo.candidateUrl).hash.replace('#code=', ''));
      await page.keyboard.press('Enter');
      await reaches(page, 'lobby');
      await heading(page, 'the lobby');
      await tabTo(page, '입장하기');
      await page.keyboard.press('Enter');
      await reaches(page, 'in-call');
      await heading(page, 'the call');
      await Promise.all([decodesFrames(page), decodesFrames(other.page)]);
    });

    it('mutes by its button and by its key', async () => {
      const { page } = person;
      await tabTo(page, '마이크 끄기');
      await page.keyboard.press('Space');
      await until('it is muted', () => isMuted(page));
      await page.keyboard.press('m');
      await until('it is not', async () => !(await isMuted(page)));
    });

    it('writes in the chat, and is back where it came from', async () => {
      const { page } = person;
      await page.keyboard.press('c');
      await until('the field has it', async () => (await focusOf(page)).tag === 'textarea');
      await page.keyboard.type('hello m c');
      await page.keyboard.press('Enter');
      await sees(other.page, 'hello m c');
      await say(other.page, 'and back');
      await sees(page, 'and back');
      await page.keyboard.press('Escape');
      await until('its button has it', async () => (await focusOf(page)).name.startsWith('채팅'));
    });

    it('leaves', async () => {
      const { page } = person;
      await tabTo(page, '나가기');
      await page.keyboard.press('Enter');
      await reaches(page, 'ended');
      await heading(page, 'the end');
      assert.deepEqual([person.errors, other.errors], [[], []]);
    });
  });
}
