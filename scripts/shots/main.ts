/** `npm run shots`: a picture of every screen in every state, and an index.html that shows them. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../tests/e2e/browser.ts';
import { indexPage } from './index-page.ts';
import {
  LANGUAGES,
  THEMES,
  bundleScenes,
  openScenesPage,
  sceneNames,
  showScene,
} from './scenes.ts';
import { type Shot, fileOf } from './shot.ts';
import { SIZES, SIZE_NAMES, type SizeName } from './sizes.ts';
import { updateVisual, useOurFonts } from './visual.ts';

const HELP = `npm run shots [-- folder] [options]
  folder           where the pictures go (default shots)
  --size <name>    phone, tablet or desktop only
  --lang <tag>     one language only
  --only <text>    scenes whose name has this text
  --update-visual  writes the pictures that tests/visual compares with, and nothing else`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string' },
    lang: { type: 'string' },
    only: { type: 'string', default: '' },
    'update-visual': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const folder = positionals[0] ?? 'shots';
const sizes = SIZE_NAMES.filter((size) => values.size === undefined || size === values.size);
const languages = values.lang === undefined ? LANGUAGES : [values.lang];

/** Every scene in one size, in each language and theme. */
async function shoot(browser: Browser, script: string, size: SizeName): Promise<Shot[]> {
  const page = await openScenesPage(browser, script, { viewport: SIZES[size] });
  const shots: Shot[] = [];
  for (const scene of (await sceneNames(page)).filter((name) => name.includes(values.only))) {
    for (const lang of languages) {
      for (const theme of THEMES) {
        const shot: Shot = { scene, size, lang, theme };
        await showScene(page, scene, lang, theme);
        await page.screenshot({ path: join(folder, fileOf(shot)), animations: 'disabled' });
        shots.push(shot);
      }
    }
  }
  await page.context().close();
  return shots;
}

useOurFonts();
const browser = await launchBrowser();
const script = await bundleScenes();
if (values['update-visual']) {
  await updateVisual(browser, script);
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const shots = (await Promise.all(sizes.map((size) => shoot(browser, script, size)))).flat();
  writeFileSync(join(folder, 'index.html'), indexPage(shots));
  console.log(`${shots.length} pictures: ${join(folder, 'index.html')}`);
}
await browser.close();
