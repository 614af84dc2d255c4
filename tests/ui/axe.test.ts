import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { THEMES } from '../../scripts/shots/scenes.ts';
import { SIZES } from '../../scripts/shots/sizes.ts';
import { faultsOfScenes, scenesLab } from './scenes-lab.ts';

/** The widget's own tests ask axe about each scene as it is for most people. */
describe('every screen for people who ask for more contrast', () => {
  const lab = scenesLab();

  for (const theme of THEMES) {
    it(`is accessible in ${theme}`, async () => {
      const page = await lab.open({ viewport: SIZES.phone, contrast: 'more' });
      const faults = await faultsOfScenes(page, 'ko', theme, () =>
        page.evaluate(() => scenesPage.accessibilityFaults()),
      );
      await page.context().close();
      assert.deepEqual(faults, []);
    });
  }
});
