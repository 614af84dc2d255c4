import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { sceneNames, showScene } from '../../scripts/shots/scenes.ts';
import { hostileStyles } from './hostile-styles.ts';
import { scenesLab } from './scenes-lab.ts';

const VIEWPORT = { width: 900, height: 700 };
/** What keys may do in a page: nothing that the element is not focused for. */
const KEYS = ['m', 'v', 'c', 'p', 'h', 'l', 'f', 's', '?', ' ', 'Enter', 'Escape', 'ArrowLeft'];

declare global {
  /** The last key that was pressed in the page. */
  var lastKey: KeyboardEvent | undefined;
}

/** How everything inside looks and where it stands, by a path to each element. */
function looks(): Record<string, string> {
  const found: Record<string, string> = {};
  const frame = scenesPage.element?.shadowRoot?.querySelector('.frame');
  if (!frame) return found;
  const origin = frame.getBoundingClientRect();
  const walk = (children: Iterable<Element>, path: string): void => {
    for (const [index, element] of [...children].entries()) {
      const key = `${path}/${index}${element.localName}`;
      for (const pseudo of ['', '::before', '::after']) {
        const style = getComputedStyle(element, pseudo);
        if (pseudo !== '' && style.content === 'none') continue;
        const values = [...style]
          .filter((name) => !name.startsWith('--'))
          .map((name) => `${name}: ${style.getPropertyValue(name)}`);
        found[key + pseudo] = values.join('; ');
      }
      const { x, y, width, height } = element.getBoundingClientRect();
      found[`${key} box`] = [x - origin.x, y - origin.y, width, height].map(Math.round).join(' ');
      walk(element.children, key);
      if (element.shadowRoot !== null) walk(element.shadowRoot.children, `${key}#`);
    }
  };
  walk([frame], '');
  return found;
}

/** Custom properties that the style sheets inside read, but for those that are the page's to set. */
function ownVariables(): string[] {
  const names = new Set<string>();
  const walk = (root: ShadowRoot): void => {
    for (const sheet of root.adoptedStyleSheets) {
      for (const rule of sheet.cssRules) {
        for (const [, name = ''] of rule.cssText.matchAll(/var\(\s*(--[\w-]+)/g)) names.add(name);
      }
    }
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot !== null) walk(element.shadowRoot);
    }
  };
  const root = scenesPage.element?.shadowRoot;
  if (root) walk(root);
  return [...names].filter((name) => !name.startsWith('--rendev-'));
}

/** What a page can see of itself. */
function ownPage() {
  return {
    // The names by which Lit warns of a second copy of itself are in the bundle from the start.
    globals: Object.keys(globalThis)
      .filter((name) => name !== 'lastKey')
      .sort(),
    head: document.head.innerHTML,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    attributes: [document.documentElement, document.body].map((element) =>
      [...element.attributes].map(({ name, value }) => `${name}=${value}`),
    ),
    children: [...document.body.children].map((child) => child.localName),
    title: document.title,
    address: location.href,
  };
}

async function variablesOfScenes(page: Page): Promise<string[]> {
  const names = new Set<string>();
  for (const scene of await sceneNames(page)) {
    await showScene(page, scene, 'ko', 'light');
    for (const name of await page.evaluate(ownVariables)) names.add(name);
  }
  return [...names];
}

/** Every third scene: the states of one screen share its styles. */
const someScenes = async (page: Page): Promise<string[]> =>
  (await sceneNames(page)).filter((_, index) => index % 3 === 0);

/** The differences, one line for each property. */
function differences(one: Record<string, string>, other: Record<string, string>): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => {
    const [a = '', b = ''] = [one[key], other[key]];
    if (a === b) return [];
    const before = new Set(a.split('; '));
    const changed = b.split('; ').filter((value) => !before.has(value));
    return [`${key}: ${changed.join('; ')}`];
  });
}

describe('the page around the element', () => {
  const lab = scenesLab();

  it('changes nothing inside, whatever its style sheet does', async () => {
    const plain = await lab.open({ viewport: VIEWPORT });
    const hostile = hostileStyles('rendev-test-interview', await variablesOfScenes(plain));
    const page = await lab.open({ viewport: VIEWPORT }, hostile);
    const faults: string[] = [];
    for (const name of await someScenes(page)) {
      const [here, there] = await Promise.all(
        [plain, page].map(async (one) => {
          await showScene(one, name, 'ko', 'light');
          return one.evaluate(looks);
        }),
      );
      assert.ok(Object.keys(here ?? {}).length > 10, `${name} is rendered`);
      const found = differences(here ?? {}, there ?? {});
      faults.push(...found.slice(0, 3).map((fault) => `${name}: ${fault}`));
    }
    await plain.context().close();
    await page.context().close();
    assert.deepEqual(faults, []);
  });

  it('hides the element with all that is in it', async () => {
    const page = await lab.open({ viewport: VIEWPORT }, 'body { visibility: hidden }');
    await showScene(page, 'in-call', 'ko', 'light');
    assert.equal(await page.getByRole('button').count(), 0);
    await page.context().close();
  });

  it('stays as it was, and so do its keys and the ring of its focus', async () => {
    const page = await lab.open({ viewport: VIEWPORT });
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('afterbegin', '<button id="own">Own</button>');
      document.documentElement.style.colorScheme = 'light';
      document.addEventListener('keydown', (event) => {
        globalThis.lastKey = event;
      });
    });
    const own = page.locator('#own');
    await own.focus();
    const ring = () => own.evaluate((button) => getComputedStyle(button).outline);
    const [ringBefore, before] = [await ring(), await page.evaluate(ownPage)];

    for (const name of await someScenes(page)) {
      await showScene(page, name, 'ko', 'light');
      // A question that has to be answered first makes the page inert, as every modal dialog does.
      if ((await page.locator('dialog:modal').count()) > 0) continue;
      await own.focus();
      const was = await page.evaluate(() =>
        JSON.stringify(scenesPage.element?.shadowRoot?.innerHTML),
      );
      for (const key of KEYS) {
        await page.keyboard.press(key);
        const free = await page.evaluate(() => globalThis.lastKey?.defaultPrevented === false);
        assert.equal(free, true, `${key} is the page's during ${name}`);
      }
      const is = await page.evaluate(() =>
        JSON.stringify(scenesPage.element?.shadowRoot?.innerHTML),
      );
      assert.equal(is === was, true, `no key of the page changes ${name}`);
      assert.equal(await ring(), ringBefore);
    }
    await page.evaluate(() => scenesPage.element?.remove());
    assert.deepEqual(await page.evaluate(ownPage), before);
    await page.context().close();
  });
});
