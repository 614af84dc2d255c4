import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openScenesPage, showScene } from './scenes.ts';
import { type Shot, fileOf } from './shot.ts';
import { SIZES } from './sizes.ts';

/** Where the pictures are kept that the screens shall look like. */
export const VISUAL_FOLDER = 'tests/visual/pictures';

/** Before a browser starts: the same fonts everywhere, whatever else is installed. */
export function useOurFonts(): void {
  process.env['FONTCONFIG_FILE'] = resolve('tests/visual/fonts.conf');
}

const shot = (scene: string, size: Shot['size'], lang: string, theme: Shot['theme']): Shot => ({
  scene,
  size,
  lang,
  theme,
});

/** A dozen that between them have every part of the interface, both themes and both directions. */
export const VISUAL: readonly Shot[] = [
  shot('idle', 'phone', 'ko', 'light'),
  shot('refused', 'phone', 'en', 'dark'),
  shot('countdown', 'tablet', 'ko', 'light'),
  shot('lobby', 'tablet', 'ko', 'light'),
  shot('lobby with faults', 'phone', 'ko', 'dark'),
  shot('waiting', 'phone', 'ko', 'light'),
  shot('in-call', 'phone', 'ko', 'dark'),
  shot('in-call with chat', 'tablet', 'en', 'light'),
  shot('in-call with chat', 'phone', 'ar', 'dark'),
  shot('in-call with people', 'phone', 'ko', 'light'),
  shot('lost, away and reconnecting people', 'tablet', 'ko', 'dark'),
  shot('left', 'phone', 'ar', 'light'),
];

/** A page in the size of the shot that shows its scene. */
export async function pageOf(browser: Browser, script: string, one: Shot): Promise<Page> {
  const page = await openScenesPage(browser, script, { viewport: SIZES[one.size] });
  await showScene(page, one.scene, one.lang, one.theme);
  return page;
}

export const pictureOf = (page: Page): Promise<Buffer> =>
  page.screenshot({ animations: 'disabled', caret: 'hide' });

/** Writes what the screens look like now. */
export async function updateVisual(browser: Browser, script: string): Promise<void> {
  rmSync(VISUAL_FOLDER, { recursive: true, force: true });
  mkdirSync(VISUAL_FOLDER, { recursive: true });
  for (const one of VISUAL) {
    const page = await pageOf(browser, script, one);
    writeFileSync(join(VISUAL_FOLDER, fileOf(one)), await pictureOf(page));
    await page.context().close();
  }
  console.log(`${VISUAL.length} pictures: ${VISUAL_FOLDER}`);
}
