import { assert } from 'chai';
import { accessibilityFaults } from '../testing/axe.ts';
import { deepAll, deepText, mount, settled, show, unmountAll, until } from '../testing/mount.ts';
import { type Scene, scenes } from '../testing/scenes.ts';

async function open(
  { attributes = {}, snapshot, panel, measured = [] }: Scene,
  options: Parameters<typeof mount>[0],
) {
  const element = await mount({ ...options, attributes });
  element.double.measured = measured;
  await show(element, snapshot);
  if (panel) {
    element.panel = panel;
    await settled(element);
    // Its element loads when it is first opened.
    if (panel === 'statistics') await until(() => deepAll(element, 'section h4').length > 0);
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
