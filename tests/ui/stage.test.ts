import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type {} from '../../scripts/shots/scenes-page.ts';
import { showScene } from '../../scripts/shots/scenes.ts';
import { until } from '../e2e/until.ts';
import { scenesLab } from './scenes-lab.ts';

const TWO = 'two, with raised hand';
const DESKTOP = { viewport: { width: 1000, height: 700 } };

describe('the stage', () => {
  const lab = scenesLab();

  async function open(
    test: TestContext,
    scene: string,
    options: BrowserContextOptions = DESKTOP,
    lang = 'ko',
  ): Promise<Page> {
    const page = await lab.open(options);
    test.after(() => page.context().close());
    await showScene(page, scene, lang, 'dark');
    return page;
  }

  for (const [lang, motion] of [
    ['ko', 'no-preference'],
    ['ar', 'reduce'],
  ] as const) {
    it(`lets the own picture be dragged into each corner (${lang}, motion: ${motion})`, async (test) => {
      const page = await open(test, TWO, { ...DESKTOP, reducedMotion: motion }, lang);
      for (const [x, y, corner] of [
        [120, 120, 'top left'],
        [880, 140, 'top right'],
        [200, 520, 'bottom left'],
        [700, 500, 'bottom right'],
      ] as const) {
        await carrySelf(page, x, y);
        await page.mouse.up();
        await until(`it rests at the ${corner}`, async () => (await cornerOf(page)) === corner);
        assert.equal(await selfStyle(page), '', 'nothing of the way is left');
      }
    });
  }

  it('puts the own picture back when Escape is pressed on the way', async (test) => {
    const page = await open(test, TWO);
    const before = await cornerOf(page);
    await carrySelf(page, 150, 150);
    assert.equal(await cornerOf(page), 'top left');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await until('it is back', async () => (await cornerOf(page)) === before);
  });

  it('moves the own picture by its handle, with one press or the arrow keys', async (test) => {
    const page = await open(test, TWO);
    const handle = page.getByRole('button', { name: '내 모습 옮기기' });
    await page.locator('rendev-tile.self').hover();
    await handle.click();
    await until('the next corner round', async () => (await cornerOf(page)) === 'bottom left');
    await handle.press('ArrowUp');
    await until('the corner above', async () => (await cornerOf(page)) === 'top left');
  });

  it('pins by a tap on a tile and one on what it brings', async (test) => {
    const page = await open(test, 'six in a grid', {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const tile = page.locator('rendev-tile.person').nth(1);
    const box = await tile.boundingBox();
    assert.ok(box);
    // Where the button is: it is not pressed before it is seen.
    await page.touchscreen.tap(box.x + box.width - 20, box.y + 20);
    const pin = page.getByRole('button', { name: '박서준 님을 크게 고정' });
    await until('it is seen', async () => (await opacityOf(page)) === '1');
    assert.equal(await pin.getAttribute('aria-pressed'), 'false');
    await pin.tap();
    await until('it is large', () => tile.evaluate((one) => one.classList.contains('large')));
    assert.equal(await pin.getAttribute('aria-pressed'), 'true');
  });

  it('fills the screen, and says so when it does not any more', async (test) => {
    const page = await open(test, TWO);
    const item = page.getByRole('menuitemcheckbox', { name: '전체 화면' });
    const fills = () => page.evaluate(() => document.fullscreenElement === scenesPage.element);
    const openMenu = () => page.getByRole('button', { name: '더 보기' }).click();
    await openMenu();
    await item.click();
    await until('it fills the screen', fills);
    await openMenu();
    assert.equal(await item.getAttribute('aria-checked'), 'true');
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.exitFullscreen());
    await until('it does not', async () => !(await fills()));
    await openMenu();
    assert.equal(await item.getAttribute('aria-checked'), 'false');
  });

  it('has a window of its own with the large picture and the most needed buttons', async (test) => {
    const page = await open(test, TWO);
    const item = page.getByRole('menuitemcheckbox', { name: '작은 창으로 보기' });
    await page.getByRole('button', { name: '더 보기' }).click();
    await item.click();
    await until('the window shows the picture', () => windowPlays(page));
    assert.equal(await inWindow(page, 'text'), '이지우');
    assert.equal(await inWindow(page, 'colour'), 'rgb(14, 14, 17)');

    await inWindow(page, 'microphone');
    await inWindow(page, 'camera');
    const intents = () => page.evaluate(() => scenesPage.element?.double.intents);
    assert.deepEqual((await intents())?.slice(-2), [
      ['setMicrophoneEnabled', false],
      ['setCameraEnabled', false],
    ]);
    const plays = await page
      .locator('rendev-tile.person video')
      .evaluate((video) => video instanceof HTMLVideoElement && !video.paused);
    assert.ok(plays, 'the picture in the page goes on');

    // The window follows what happens in the call.
    await page.evaluate(() => {
      scenesPage.element?.double.set({ participants: [] });
    });
    await until(
      'nobody is there',
      async () => (await inWindow(page, 'text')) === '아직 혼자 있습니다',
    );

    await inWindow(page, 'leave');
    assert.deepEqual((await intents())?.at(-1), ['leave']);
    await inWindow(page, 'close');
    await page.getByRole('button', { name: '더 보기' }).click();
    await until('it is closed', async () => (await item.getAttribute('aria-checked')) === 'false');
  });

  it('floats the video itself where there is no such window', async (test) => {
    const page = await open(test, TWO);
    await page.evaluate(
      () => delete (globalThis as { documentPictureInPicture?: unknown }).documentPictureInPicture,
    );
    const item = page.getByRole('menuitemcheckbox', { name: '작은 창으로 보기' });
    const openMenu = () => page.getByRole('button', { name: '더 보기' }).click();
    const floats = () =>
      page
        .locator('rendev-tile.person video')
        .evaluate((video) => video.matches(':picture-in-picture'));
    await openMenu();
    await item.click();
    await until('it floats', floats);
    await openMenu();
    assert.equal(await item.getAttribute('aria-checked'), 'true');
    await item.click();
    await until('it is back', async () => !(await floats()));
    // A camera that is off has no picture to float.
    await page.evaluate(() => {
      const double = scenesPage.element?.double;
      const [person] = double?.snapshot.participants ?? [];
      if (person) double?.set({ participants: [{ ...person, stream: null }] });
    });
    await openMenu();
    await until('it is not offered', async () => (await item.count()) === 0);
  });

  it('closes its window when the call is over', async (test) => {
    const page = await open(test, TWO);
    await page.getByRole('button', { name: '더 보기' }).click();
    await page.getByRole('menuitemcheckbox', { name: '작은 창으로 보기' }).click();
    await until('the window is there', () => windowPlays(page));
    await showScene(page, 'left', 'ko', 'dark');
    await until('it is gone', () => page.evaluate(() => pictureWindow() === null));
  });
});

declare global {
  function pictureWindow(): Window | null;
}

/** What a person does with the window of picture-in-picture or sees in it. */
async function inWindow(
  page: Page,
  act: 'plays' | 'text' | 'colour' | 'microphone' | 'camera' | 'leave' | 'close',
): Promise<string | boolean> {
  await page.evaluate(() => {
    globalThis.pictureWindow = () =>
      (globalThis as unknown as { documentPictureInPicture: { window: Window | null } })
        .documentPictureInPicture.window;
  });
  return page.evaluate((act) => {
    const opened = pictureWindow();
    if (opened === null) return false;
    const { document } = opened;
    switch (act) {
      case 'plays': {
        const video = document.querySelector('video');
        return video !== null && video.videoWidth > 0 && video.muted;
      }
      case 'text':
        return document.querySelector('.name, .lead')?.textContent.trim() ?? '';
      case 'colour':
        return opened.getComputedStyle(document.documentElement).backgroundColor;
      case 'leave':
        document.querySelector<HTMLElement>('.leave')?.click();
        return true;
      case 'close':
        opened.close();
        return true;
      case 'microphone':
      case 'camera':
        document.querySelector<HTMLElement>(`[data-control=${act}]`)?.click();
        return true;
    }
  }, act);
}

const windowPlays = async (page: Page): Promise<boolean> =>
  (await inWindow(page, 'plays')) === true;

/** Takes the own picture by its middle and carries it there, without letting it go. */
async function carrySelf(page: Page, x: number, y: number): Promise<void> {
  const box = await page.locator('rendev-tile.self').boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 6 });
}

async function cornerOf(page: Page): Promise<string> {
  const [self, stage] = await Promise.all([
    page.locator('rendev-tile.self').boundingBox(),
    page.locator('rendev-stage').boundingBox(),
  ]);
  assert.ok(self && stage);
  const top = self.y + self.height / 2 < stage.y + stage.height / 2;
  const left = self.x + self.width / 2 < stage.x + stage.width / 2;
  return `${top ? 'top' : 'bottom'} ${left ? 'left' : 'right'}`;
}

const selfStyle = (page: Page): Promise<string> =>
  page.locator('rendev-tile.self').evaluate((tile) => tile.style.translate);

const opacityOf = (page: Page): Promise<string> =>
  page
    .getByRole('button', { name: '박서준 님을 크게 고정' })
    .evaluate((button) => getComputedStyle(button).opacity);
