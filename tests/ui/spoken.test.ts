import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { sceneNames, showScene } from '../../scripts/shots/scenes.ts';
import { scenesLab } from './scenes-lab.ts';

interface AxValue {
  readonly value?: string | number | boolean;
}
interface AxNode {
  readonly ignored: boolean;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
}

/** What needs a name to be used without seeing it (WCAG 4.1.2). */
const NAMED = new Set([
  'button',
  'checkbox',
  'combobox',
  'dialog',
  'heading',
  'link',
  'menu',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'radio',
  'searchbox',
  'slider',
  'switch',
  'tab',
  'textbox',
]);
const STATES = new Set(['pressed', 'expanded', 'checked', 'selected', 'disabled', 'invalid']);

/** What assistive technology is given, not what the markup says: role, name and states of each node. */
async function spoken(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await cdp.detach();
  return nodes.flatMap(({ ignored, role, name, properties = [] }) => {
    const kind = String(role?.value);
    if (ignored || !NAMED.has(kind)) return [];
    const states = properties
      .filter(
        (state) => STATES.has(state.name) && !['false', ''].includes(String(state.value.value)),
      )
      .map((state) => `${state.name}=${String(state.value.value)}`);
    return [[kind, JSON.stringify(String(name?.value ?? '')), ...states].join(' ')];
  });
}

describe('what is spoken', () => {
  const lab = scenesLab();

  it('names everything that can be used, in every scene', async () => {
    const page = await lab.open({ viewport: { width: 1280, height: 800 } });
    const nameless: string[] = [];
    for (const name of await sceneNames(page)) {
      await showScene(page, name, 'ko', 'light');
      const nodes = await spoken(page);
      assert.ok(nodes.length > 0, name);
      for (const node of nodes) if (/^\w+ "\s*"/.test(node)) nameless.push(`${name}: ${node}`);
    }
    await page.context().close();
    assert.deepEqual(nameless, []);
  });
});
