import { assert } from 'chai';
import { accessibilityFaults } from '../testing/axe.ts';
import { deepText, mount, settled, show, unmountAll } from '../testing/mount.ts';
import { type Scene, scenes } from '../testing/scenes.ts';

async function open(
  { attributes = {}, snapshot, panel }: Scene,
  options: Parameters<typeof mount>[0],
) {
  const element = await mount({ ...options, attributes });
  await show(element, snapshot);
  if (panel) {
    element.panel = panel;
    await settled(element);
  }
  return element;
}

describe('every screen', () => {
  afterEach(unmountAll);

  for (const [name, scene] of Object.entries(scenes)) {
    for (const lang of ['ko', 'en'] as const) {
      it(`speaks ${lang}: ${name}`, async () => {
        const element = await open(scene, { lang });
        assert.include(deepText(element), scene[lang]);
        assert.equal(element.getAttribute('state'), scene.snapshot.state.name);
      });
    }

    for (const theme of ['light', 'dark'] as const) {
      it(`is accessible in ${theme}: ${name}`, async () => {
        assert.deepEqual(await accessibilityFaults(await open(scene, { theme })), []);
      });
    }

    it(`fits a box of 280 px: ${name}`, async () => {
      const element = await open(scene, { width: 280, lang: 'en' });
      const frame = element.renderRoot.querySelector('.frame');
      assert.isNotNull(frame);
      assert.isAtMost(frame.scrollWidth, frame.clientWidth);
    });
  }
});
