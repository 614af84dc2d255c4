import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import {
  type Theme,
  bundleScenes,
  openScenesPage,
  sceneNames,
  showScene,
} from '../../scripts/shots/scenes.ts';
import { launchBrowser } from '../e2e/browser.ts';

export interface ScenesLab {
  open(options: BrowserContextOptions, style?: string): Promise<Page>;
}

/** A browser for the tests of one file, with every scene in it. */
export function scenesLab(): ScenesLab {
  let browser: Browser | null = null;
  let script = '';
  before(async () => {
    script = await bundleScenes();
    browser = await launchBrowser();
  });
  after(() => browser?.close());
  return {
    open: (options, style) => {
      if (browser === null) throw new Error('the lab opens before each test file');
      return openScenesPage(browser, script, options, style);
    },
  };
}

/**
 * Shows every scene and asks what is wrong with it.
 *
 * @returns faults, each after the name of its scene
 */
export async function faultsOfScenes(
  page: Page,
  lang: string,
  theme: Theme,
  faultsOf: () => Promise<readonly string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const name of await sceneNames(page)) {
    await showScene(page, name, lang, theme);
    for (const fault of await faultsOf()) found.push(`${name}: ${fault}`);
  }
  return found;
}
