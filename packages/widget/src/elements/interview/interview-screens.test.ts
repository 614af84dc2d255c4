import { assert } from 'chai';
import { accessibilityFaults } from '../testing/axe.ts';
import { deepText, unmountAll } from '../testing/mount.ts';
import { openScene } from '../testing/open-scene.ts';
import { scenes } from '../testing/scenes.ts';

describe('every screen', () => {
  afterEach(unmountAll);

  for (const [name, scene] of Object.entries(scenes)) {
    for (const lang of ['ko', 'en'] as const) {
      it(`speaks ${lang}: ${name}`, async () => {
        const element = await openScene(scene, { lang });
        assert.include(deepText(element), scene[lang]);
        assert.equal(element.getAttribute('state'), scene.snapshot.state.name);
      });
    }

    for (const theme of ['light', 'dark'] as const) {
      it(`is accessible in ${theme}: ${name}`, async () => {
        assert.deepEqual(await accessibilityFaults(await openScene(scene, { theme })), []);
      });
    }

    it(`fits a box of 280 px: ${name}`, async () => {
      const element = await openScene(scene, { width: 280, lang: 'en' });
      const frame = element.renderRoot.querySelector('.frame');
      assert.isNotNull(frame);
      assert.isAtMost(frame.scrollWidth, frame.clientWidth);
    });
  }
});
