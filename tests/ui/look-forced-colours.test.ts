import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { THEMES, showScene } from '../../scripts/shots/scenes.ts';
import { SIZES } from '../../scripts/shots/sizes.ts';
import { until } from '../e2e/until.ts';
import { faultsOfScenes, scenesLab } from './scenes-lab.ts';

/** Runs in the page: what cannot be told from what is around it, one line each. */
function unseen(): string[] {
  const faults = new Set<string>();
  const walk = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot !== null) walk(element.shadowRoot);
      const name = `${element.localName}.${[...element.classList].join('.')} "${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 24)}"`;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const style = getComputedStyle(element);
      const width = Number.parseFloat(style.borderBlockEndWidth);
      const isDrawn = style.borderBlockEndStyle !== 'none' && width > 0;
      if (element.matches('button, input:not([type=radio], [type=checkbox]), select, textarea')) {
        // The code's own input is drawn as cells.
        const isCells = element.closest('.cells') !== null;
        if (!isDrawn && !isCells) faults.add(`has no border: ${name}`);
      }
      const isOn = ['pressed', 'checked', 'selected', 'expanded'].some(
        (state) => element.getAttribute(`aria-${state}`) === 'true',
      );
      if (isOn && (!isDrawn || width < 3)) faults.add(`does not show that it is on: ${name}`);
    }
  };
  const root = scenesPage.element?.shadowRoot;
  if (root) walk(root);
  return [...faults];
}

describe('every screen in forced colours', () => {
  const lab = scenesLab();

  for (const colorScheme of THEMES) {
    it(`shows what can be pressed, and what is (${colorScheme})`, async () => {
      const page = await lab.open({ viewport: SIZES.phone, forcedColors: 'active', colorScheme });
      const faults = await faultsOfScenes(page, 'ko', colorScheme, () => page.evaluate(unseen));
      await page.context().close();
      assert.deepEqual(faults, []);
    });
  }

  it('shows who speaks', async () => {
    const page = await lab.open({ viewport: SIZES.phone, forcedColors: 'active' });
    await showScene(page, 'in-call', 'ko', 'light');
    const tile = page.locator('rendev-tile.person');
    const quiet = await tile.screenshot();
    await page.evaluate(() => {
      if (scenesPage.element !== null) scenesPage.element.double.level = 0.9;
    });
    await until('the tile looks different', async () => !(await tile.screenshot()).equals(quiet));
    await page.context().close();
  });
});
