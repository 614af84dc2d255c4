import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { bundleScenes } from '../../scripts/shots/scenes.ts';
import { fileOf } from '../../scripts/shots/shot.ts';
import {
  VISUAL,
  VISUAL_FOLDER,
  pageOf,
  pictureOf,
  useOurFonts,
} from '../../scripts/shots/visual.ts';
import { launchBrowser } from '../e2e/browser.ts';

/** Pixels that may differ. An icon that moved by a few px has more. */
const ALLOWED = 30;
/** What the screens look like where they differ. */
const RESULTS = 'test-results/visual';

const difference = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(([one, other]) => scenesPage.differingPixels(one, other), [
    one.toString('base64'),
    other.toString('base64'),
  ] as const);

/** `npm run shots -- --update-visual` takes the screens as they are for what they shall be. */
describe('the screens', () => {
  let browser: Browser;
  let script: string;
  before(async () => {
    useOurFonts();
    script = await bundleScenes();
    browser = await launchBrowser();
  });
  after(() => browser.close());

  for (const shot of VISUAL) {
    it(`look as before: ${shot.scene}, ${shot.size}, ${shot.lang}, ${shot.theme}`, async () => {
      const page = await pageOf(browser, script, shot);
      const now = await pictureOf(page);
      const file = fileOf(shot);
      const found = await difference(page, readFileSync(join(VISUAL_FOLDER, file)), now);
      if (found > ALLOWED) {
        mkdirSync(RESULTS, { recursive: true });
        writeFileSync(join(RESULTS, file), now);
      }
      await page.context().close();
      assert.ok(found <= ALLOWED, `${found} pixels differ, see ${join(RESULTS, file)}`);
    });
  }

  it('would not pass with an icon moved by 3 px, nor with another colour', async () => {
    const [shot] = VISUAL.filter(({ scene }) => scene === 'in-call');
    assert.ok(shot);
    const page = await pageOf(browser, script, shot);
    const before = await pictureOf(page);
    for (const style of ['svg { translate: 3px 0 }', '.off { background: #2a4a20 !important }']) {
      await page.evaluate((style) => {
        const call = scenesPage.element?.shadowRoot?.querySelector('rendev-call');
        const bar = call?.shadowRoot?.querySelector('[part~=controls]');
        bar?.append(Object.assign(document.createElement('style'), { textContent: style }));
      }, style);
      assert.ok((await difference(page, before, await pictureOf(page))) > ALLOWED, style);
    }
    await page.context().close();
  });

  it('would pass with letters drawn a little otherwise', async () => {
    const [shot] = VISUAL;
    assert.ok(shot);
    const other = await launchBrowser([
      '--disable-lcd-text',
      '--disable-font-subpixel-positioning',
    ]);
    const pages = [await pageOf(browser, script, shot), await pageOf(other, script, shot)] as const;
    const [one, two] = [await pictureOf(pages[0]), await pictureOf(pages[1])];
    assert.equal(one.equals(two), false, 'they are drawn otherwise');
    assert.ok((await difference(pages[0], one, two)) <= ALLOWED);
    await pages[0].context().close();
    await other.close();
  });
});
