import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LayoutRule, layoutFaults } from './layout-faults.ts';
import { faultsOfScenes, scenesLab } from './scenes-lab.ts';

/** 1280 x 1024 at 400 % (WCAG 1.4.10), the narrowest box that is promised, a phone. */
const ZOOMED = { width: 320, height: 256 };
const NARROW = { width: 280, height: 560 };
const PHONE = { width: 360, height: 740 };

const CASES: readonly (readonly [string, typeof PHONE, string, readonly LayoutRule[]])[] = [
  ['280 px, ko', NARROW, 'ko', ['overflow', 'cut-text', 'covered']],
  ['280 px, en', NARROW, 'en', ['overflow', 'cut-text', 'covered']],
  ['280 px, ar', NARROW, 'ar', ['overflow', 'cut-text', 'covered']],
  ['400 % zoom, en', ZOOMED, 'en', ['overflow', 'covered']],
  ['400 % zoom, ko', ZOOMED, 'ko', ['overflow', 'covered']],
  ['a phone, ko', PHONE, 'ko', ['overflow', 'cut-text', 'target', 'covered']],
  ['a desktop, en', { width: 1440, height: 900 }, 'en', ['overflow', 'cut-text', 'target']],
];

describe('every screen in a small place', () => {
  const lab = scenesLab();

  for (const [where, viewport, lang, rules] of CASES) {
    it(`is whole, and all of it can be pressed: ${where}`, async () => {
      const page = await lab.open({ viewport });
      const faults = await faultsOfScenes(page, lang, 'light', () =>
        page.evaluate(layoutFaults, rules),
      );
      await page.context().close();
      assert.deepEqual(faults, []);
    });
  }
});
