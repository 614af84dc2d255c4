/** Runs in the page: shows one scene at a time in the whole window. */
import { accessibilityFaults } from '../../packages/widget/src/elements/testing/axe.ts';
import {
  type TestInterview,
  unmountAll,
} from '../../packages/widget/src/elements/testing/mount.ts';
import { openScene } from '../../packages/widget/src/elements/testing/open-scene.ts';
import { scenes } from '../../packages/widget/src/elements/testing/scenes.ts';
import { differingPixels } from './compare-pictures.ts';

export interface ScenesPage {
  readonly names: readonly string[];
  /** What is shown. */
  element: TestInterview | null;
  /** Shows a scene in place of the one before. */
  open(name: string, lang: string, theme: 'light' | 'dark'): Promise<void>;
  /** What axe finds wrong with what is shown, one line each. */
  accessibilityFaults(): Promise<string[]>;
  readonly differingPixels: typeof differingPixels;
}

declare global {
  var scenesPage: ScenesPage;
}

globalThis.scenesPage = {
  names: Object.keys(scenes),
  element: null,
  async open(name, lang, theme) {
    const scene = scenes[name];
    if (scene === undefined) throw new Error(`there is no scene ${name}`);
    unmountAll();
    document.documentElement.lang = lang;
    document.documentElement.style.colorScheme = theme;
    scenesPage.element = await openScene(scene, { lang, theme });
  },
  accessibilityFaults: async () =>
    scenesPage.element === null
      ? ['no scene is shown']
      : await accessibilityFaults(scenesPage.element),
  differingPixels,
};
