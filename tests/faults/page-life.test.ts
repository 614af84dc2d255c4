import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { decodesFrames, liveTracks } from '../e2e/media.ts';
import { joinCall, openLobby, reaches, sees } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { FaultLab } from './fault-lab.ts';
import { storedTexts, type, viewOf } from './page-view.ts';

const ALONE = '아직 혼자 있습니다';

describe('the life of a page', () => {
  let lab: FaultLab;

  beforeEach(async () => {
    // Whoever goes before that has said goodbye.
    lab = await FaultLab.start({ RENDEV_GRACE_MS: '600000' });
  });
  afterEach(() => lab.close());

  const isAgain = (page: Page, id: string | null) =>
    until('the person is back in the same seat', async () => {
      const { state, selfId } = await viewOf(page);
      return state === 'in-call' && selfId === id;
    });
  const rejoin = (page: Page) => page.getByRole('button', { name: '다시 입장' }).click();

  it('keeps seat, unsent messages and devices through a reload, and shows no other screen', async () => {
    const [other, person] = await lab.call();
    const { page } = person;
    await page.getByRole('button', { name: '마이크 끄기' }).click();
    await until('it is off', async () => (await viewOf(page)).microphone === 'off');
    const { selfId } = await viewOf(page);
    await page.addInitScript(watchScreens);

    person.line.swallow();
    await type(page, ['첫째', '둘째', '셋째']);
    person.line.drop();
    person.line.pass();
    await page.reload();
    await isAgain(page, selfId);
    await Promise.all([decodesFrames(page), decodesFrames(other.page)]);
    await until('the camera is on', async () => (await viewOf(page)).camera === 'on');
    assert.equal((await viewOf(page)).microphone, 'off');
    for (const each of [other.page, page]) {
      await until('all is said', async () => (await storedTexts(each)).length >= 3);
      assert.deepEqual(await storedTexts(each), ['첫째', '둘째', '셋째']);
    }
    const screens = await page.evaluate(() => globalThis.screensSeen);
    assert.deepEqual(
      screens.filter((name) => name !== 'rendev-message'),
      ['rendev-call'],
    );
  });

  it('knows the person of a ticket that is minted anew with each load', async () => {
    const { id, participants } = await lab.book();
    const other = await lab.visitor(participants[0]?.code);
    await joinCall(other.page, other.link);
    const { page, line } = await lab.visitor(null);
    const load = async () => {
      const { ticket } = await lab.server.mint(id, { role: 'candidate', name: '지원자' });
      await page.goto(lab.pageUrl({ server: line.url, ticket }));
    };
    await load();
    await reaches(page, 'lobby');
    await page.getByRole('button', { name: '입장하기' }).click();
    await reaches(page, 'in-call');
    const { selfId } = await viewOf(page);

    await load(); // the room for two is full, with this very seat
    await isAgain(page, selfId);
    await Promise.all([decodesFrames(page), decodesFrames(other.page)]);
  });

  it('frees the seat soon after a tab is closed or left for another page', async () => {
    const [other, person] = await lab.call();
    await person.page.goto(lab.elsewhere);
    await sees(other.page, ALONE);
    assert.deepEqual((await viewOf(other.page)).others, []);
  });

  it('gives the seat to the newest tab, and back to who asks for it there', async () => {
    const [other, { page: first, context, link }] = await lab.call();
    const { selfId } = await viewOf(first);
    const second = await context.newPage();
    await joinCall(second, link);
    await reaches(first, 'ended');
    await sees(first, '다른 창에서');
    await decodesFrames(other.page);
    assert.equal((await viewOf(first)).state, 'ended', 'it does not come back by itself');
    assert.equal(await liveTracks(first), 0);

    await rejoin(first);
    await first.getByRole('button', { name: '입장하기' }).click();
    await isAgain(first, selfId);
    await reaches(second, 'ended');
    assert.equal((await viewOf(second)).reason, 'duplicate-session');
    await Promise.all([decodesFrames(first), decodesFrames(other.page)]);
    assert.equal((await viewOf(other.page)).others.length, 1);
  });

  it('does the same for a duplicated tab', async () => {
    const [, { page: first, context }] = await lab.call();
    const { selfId } = await viewOf(first);
    const opened = context.waitForEvent('page');
    // Copies what the tab has stored, as duplicating a tab does.
    await first.evaluate(() => {
      open(location.href);
    });
    const duplicate = await opened;
    await reaches(duplicate, 'in-call');
    await isAgain(duplicate, selfId);
    await reaches(first, 'ended');
    assert.equal((await viewOf(first)).reason, 'duplicate-session');

    await rejoin(first);
    await isAgain(first, selfId);
    await reaches(duplicate, 'ended');
    await decodesFrames(first);
  });

  it('gives each of two elements of a page its own seat through a reload', async () => {
    const { code } = await lab.book();
    const { page, line } = await lab.visitor(code);
    await page.goto(lab.pageUrl({ server: line.url, elements: '2', code: code ?? '' }));
    const elements = page.locator('rendev-interview');
    const seats = () =>
      elements.evaluateAll((found) =>
        (found as HTMLElementTagNameMap['rendev-interview'][]).map(
          ({ session }) => session.snapshot.self?.id,
        ),
      );
    for (const [index, name] of ['하나', '두리'].entries()) {
      const element = elements.nth(index);
      await element.getByRole('textbox', { name: '이름' }).fill(name);
      await element.getByRole('button', { name: '입장하기' }).click();
      await until('it is in', async () => (await element.getAttribute('state')) === 'in-call');
    }
    const before = await seats();
    assert.equal(new Set(before).size, 2);
    await page.reload();
    await until('both are back', async () => {
      const now = await seats();
      return before.every((id) => now.includes(id));
    });
  });

  it("comes back from the browser's back/forward cache as it was", async () => {
    const browser = await launchBrowser([], undefined, ['--disable-back-forward-cache']);
    try {
      const { participants } = await lab.book();
      const other = await lab.visitor(participants[0]?.code);
      await joinCall(other.page, other.link);
      const person = await lab.visitor(participants[1]?.code, browser);
      const { page } = person;
      await openLobby(page, person.link);
      await page.getByRole('button', { name: '카메라 끄기' }).click();
      await page.getByRole('button', { name: '입장하기' }).click();
      await reaches(page, 'in-call');
      // Only the page that was left can say this: a page loaded anew has never heard of it.
      await page.evaluate(() => {
        addEventListener('pageshow', ({ persisted }) => {
          const { session } = document.querySelector('rendev-interview') ?? {};
          session?.sendMessage(`persisted: ${persisted}`).catch(() => undefined);
        });
      });
      await page.goto(lab.elsewhere);
      await until('the other sees it', async () => {
        const { others } = await viewOf(other.page);
        return others[0]?.presence !== 'connected';
      });
      await page.goBack({ waitUntil: 'commit' }); // a page that is kept does not load again
      await until('it says how it came back', async () => {
        return (await storedTexts(other.page)).includes('persisted: true');
      });
      await until('the other sees it', async () => {
        const { others } = await viewOf(other.page);
        return others[0]?.presence === 'connected';
      });
      await until('devices are as they were', async () => {
        const { state, microphone, camera } = await viewOf(page);
        return state === 'in-call' && microphone === 'on' && camera === 'off';
      });
      await decodesFrames(page);
    } finally {
      await browser.close();
    }
  });
});

declare global {
  /** Names of the screens that were painted since the load, kept by the init script below. */
  var screensSeen: string[];
}

function watchScreens(): void {
  globalThis.screensSeen = [];
  const look = () => {
    const element = document.querySelector('rendev-interview');
    const screen = element?.shadowRoot?.querySelector('[data-screen]')?.localName;
    if (screen !== undefined && screen !== globalThis.screensSeen.at(-1)) {
      globalThis.screensSeen.push(screen);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
