import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { THEMES, showScene } from '../../scripts/shots/scenes.ts';
import { SIZES } from '../../scripts/shots/sizes.ts';
import { scenesLab } from './scenes-lab.ts';

/** Text on what it is read on. */
const READ: readonly (readonly [string, string])[] = [
  ...['surface', 'canvas', 'accent-soft'].map((on) => ['text', on] as const),
  ...['surface', 'canvas'].flatMap((on) =>
    ['text-muted', 'accent', 'positive', 'warning', 'danger'].map((what) => [what, on] as const),
  ),
  ['on-accent', 'accent'],
  ['on-danger-solid', 'danger-solid'],
  ['on-control-off', 'control-off'],
  ['on-avatar', 'avatar'],
  ['on-scrim', 'tile'],
  ['on-scrim', 'control'],
  ['on-scrim', 'control-hover'],
];

/** What a token is where it is used, as red, green, blue. */
const coloursOf = (page: Page): Promise<Record<string, number[]>> =>
  page.evaluate(
    (names) => {
      const frame = scenesPage.element?.shadowRoot?.querySelector('.frame');
      const probe = document.createElement('i');
      frame?.append(probe);
      const read = names.map((name) => {
        probe.style.color = `var(--rendev-${name})`;
        return [name, (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number)] as const;
      });
      probe.remove();
      return Object.fromEntries(read);
    },
    [...new Set([...READ.flat(), 'line-strong'])],
  );

/** WCAG 2.2, relative luminance. */
function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: readonly number[] = [], other: readonly number[] = []): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const valueOf = (page: Page, name: string): Promise<string> =>
  page.evaluate((name) => {
    const frame = scenesPage.element?.shadowRoot?.querySelector('.frame');
    return frame ? getComputedStyle(frame).getPropertyValue(name).trim() : '';
  }, name);

const backgroundOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const frame = scenesPage.element?.shadowRoot?.querySelector('.frame');
    return frame ? getComputedStyle(frame).backgroundColor : '';
  });

describe('the tokens of the look', () => {
  const lab = scenesLab();

  for (const [wish, least] of [
    ['no-preference', 4.5],
    ['more', 7],
  ] as const) {
    for (const theme of THEMES) {
      it(`can be read in ${theme}, contrast ${wish}`, async () => {
        const page = await lab.open({ viewport: SIZES.phone, contrast: wish });
        await showScene(page, 'idle', 'ko', theme);
        const colours = await coloursOf(page);
        const weak = READ.flatMap(([text, on]) => {
          const found = contrast(colours[text], colours[on]);
          return found < least ? [`${text} on ${on}: ${found.toFixed(2)}`] : [];
        });
        assert.deepEqual(weak, []);
        assert.ok(contrast(colours['line-strong'], colours['surface']) >= 3, 'borders of fields');
        await page.context().close();
      });
    }
  }

  it('move nothing for people who ask for less motion', async () => {
    for (const [reducedMotion, expected] of [
      ['no-preference', '160ms ease-out'],
      ['reduce', '0s'],
    ] as const) {
      const page = await lab.open({ viewport: SIZES.phone, reducedMotion });
      await showScene(page, 'idle', 'ko', 'light');
      assert.equal(await valueOf(page, '--rendev-motion'), expected);
      await page.context().close();
    }
  });

  it('follow the colour scheme of the page, unless the theme is fixed', async () => {
    const page = await lab.open({ viewport: SIZES.phone });
    await showScene(page, 'idle', 'ko', 'light');
    const show = (theme: string, scheme: string) =>
      page.evaluate(
        ([theme, scheme]) => {
          document.documentElement.style.colorScheme = scheme;
          scenesPage.element?.setAttribute('theme', theme);
          return scenesPage.element?.updateComplete;
        },
        [theme, scheme] as const,
      );
    const [light, dark] = ['rgb(245, 245, 248)', 'rgb(14, 14, 17)'];
    for (const [theme, scheme, expected] of [
      ['auto', 'light', light],
      ['auto', 'dark', dark],
      ['light', 'dark', light],
      ['dark', 'light', dark],
    ] as const) {
      await show(theme, scheme);
      assert.equal(await backgroundOf(page), expected, `${theme} in a page that is ${scheme}`);
    }
    await page.context().close();
  });

  it('are the host page’s to change, and so is the font', async () => {
    const style = `rendev-test-interview { --rendev-canvas: rgb(1, 2, 3); --rendev-type-body: 19px }
      body { font-family: Georgia }`;
    const page = await lab.open({ viewport: SIZES.phone }, style);
    await showScene(page, 'idle', 'ko', 'light');
    const frame = page.locator('.frame');
    const read = (name: string) =>
      frame.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
    assert.equal(await backgroundOf(page), 'rgb(1, 2, 3)');
    assert.equal(await read('font-size'), '19px');
    assert.equal(await read('font-family'), 'Georgia');
    await page.context().close();
  });
});
