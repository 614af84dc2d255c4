import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { tokens } from '../../packages/widget/src/styles/tokens.ts';
import { sceneNames, showScene } from '../../scripts/shots/scenes.ts';
import { SIZES } from '../../scripts/shots/sizes.ts';
import { scenesLab } from './scenes-lab.ts';

/** Names in the first column of the table under a heading of docs/theming.md. */
function documented(heading: string): string[] {
  const [, ...sections] = readFileSync('docs/theming.md', 'utf8').split(/^## /m);
  const section = sections.find((one) => one.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| `([\w-]+)`/gm)].map(([, name = '']) => name).sort();
}

/**
 * Runs in the page: the parts that are there for a page to style, those that nobody passed on, and
 * all that the element promises to pass on, such as a menu's that is closed now.
 */
function partsOf() {
  const hidden: string[] = [];
  const exposedBy = (root: ShadowRoot): Set<string> => {
    const names = new Set<string>();
    for (const element of root.querySelectorAll('*')) {
      for (const name of element.part) names.add(name);
      if (element.shadowRoot === null) continue;
      const passedOn = new Map(
        (element.getAttribute('exportparts') ?? '').split(',').map((pair) => {
          const [inner = '', outer = inner] = pair.split(':').map((name) => name.trim());
          return [inner, outer];
        }),
      );
      for (const name of exposedBy(element.shadowRoot)) {
        const outer = passedOn.get(name);
        if (outer === undefined) hidden.push(`${name} of ${element.localName}`);
        else names.add(outer);
      }
    }
    return names;
  };
  const root = scenesPage.element?.shadowRoot;
  if (!root) return { exposed: [], hidden, promised: [], slots: [] };
  const promised = [...root.querySelectorAll('[part], [exportparts]')].flatMap((element) => [
    ...element.part,
    ...(element.getAttribute('exportparts') ?? '').split(',').map((name) => name.trim()),
  ]);
  const slots = [...root.querySelectorAll('slot')].map((slot) => slot.name);
  return { exposed: [...exposedBy(root)], hidden, promised: promised.filter(Boolean), slots };
}

describe('docs/theming.md', () => {
  const lab = scenesLab();

  it('has every custom property with its default', () => {
    const css = tokens.cssText.slice(0, tokens.cssText.indexOf('@media'));
    const table = readFileSync('docs/theming.md', 'utf8');
    const own = [...css.matchAll(/(--rendev-[\w-]+): ([^;]+);/g)];
    const names = own.map(([, name = '']) => name);
    assert.deepEqual(documented('Custom properties'), [...names, '--rendev-font'].sort());
    for (const [, name = '', value = ''] of own) {
      const pair = /^light-dark\((.+), (.+)\)$/.exec(value);
      const told = pair === null ? [value] : [pair[1] ?? '', pair[2] ?? ''];
      const row = table.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
      for (const one of told) assert.ok(row.includes(`\`${one}\``), `${name} is told as ${one}`);
    }
  });

  it('has every part and every slot, and each can be reached', async () => {
    const page = await lab.open({ viewport: SIZES.desktop });
    const found = { exposed: new Set(), hidden: new Set(), promised: new Set(), slots: new Set() };
    for (const name of await sceneNames(page)) {
      await showScene(page, name, 'ko', 'light');
      const here = await page.evaluate(partsOf);
      for (const kind of ['exposed', 'hidden', 'promised', 'slots'] as const) {
        for (const one of here[kind]) found[kind].add(one);
      }
    }
    await page.context().close();
    assert.deepEqual([...found.hidden], [], 'parts that nobody passes on');
    const parts = documented('Parts');
    assert.deepEqual(parts, [...found.promised].sort());
    assert.deepEqual(
      [...found.exposed].filter((name) => !parts.includes(String(name))),
      [],
    );
    assert.deepEqual(documented('Slots'), [...found.slots].sort());
  });
});
