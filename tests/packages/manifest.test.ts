import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { RendevInterview } from '@rendev/interview';
import type { Declaration, Manifest } from '../../scripts/packages/manifest/schema.ts';

const DIST = 'packages/widget/dist';

/** What lit and the browser call, and what is there for types and tests alone. */
const NOT_FOR_HOSTS = new Set([
  ...['constructor', 'connectedCallback', 'shouldUpdate', 'willUpdate', 'updated', 'render'],
  ...['addEventListener', 'createSession', 'panel'],
]);

const read = (file: string): unknown => JSON.parse(readFileSync(`${DIST}/${file}`, 'utf8'));
const names = (of: readonly { readonly name: string }[] | undefined): string[] =>
  (of ?? []).map(({ name }) => name).sort();

/** Names in the first column of a table of docs/theming.md. */
function documented(heading: string): string[] {
  const text = readFileSync('docs/theming.md', 'utf8');
  const start = text.indexOf(`\n## ${heading}\n`);
  const section = text.slice(start + 1, text.indexOf('\n## ', start + 1));
  return [...section.matchAll(/^\| `([\w-]+)`/gm)].map(([, name = '']) => name).sort();
}

/** Names in backquotes of the sentence of the README that begins so. */
function told(sentence: string): string[] {
  const text = readFileSync('README.md', 'utf8');
  const start = text.indexOf(sentence);
  const paragraph = text.slice(start, text.indexOf('\n\n', start));
  return [...paragraph.matchAll(/`([\w-]+)[`(]/g)].map(([, name = '']) => name).sort();
}

describe('custom-elements.json', () => {
  let element: Declaration;

  before(() => {
    execFileSync('npm', ['run', '--silent', 'build:manifest']);
    const { modules } = read('custom-elements.json') as Manifest;
    const [declaration] = modules.flatMap(({ declarations }) => declarations);
    assert.ok(declaration);
    element = declaration;
  });

  it('is of the one element, and names where it is', () => {
    assert.equal(element.tagName, 'rendev-interview');
    const { modules } = read('custom-elements.json') as Manifest;
    const [own] = modules;
    assert.ok(own);
    assert.equal(modules.length, 1);
    readFileSync(`packages/widget/${own.path}`);
  });

  it('has the attributes that the element observes, and the one that it writes', () => {
    const observed = [...RendevInterview.observedAttributes, 'state'].sort();
    assert.deepEqual(names(element.attributes), observed);
  });

  it('has every public property and method', () => {
    const own = Object.getOwnPropertyNames(RendevInterview.prototype);
    const expected = own.filter((name) => !NOT_FOR_HOSTS.has(name));
    assert.deepEqual(names(element.members), [...new Set([...expected, 'lang'])].sort());
    for (const { name, kind } of element.members ?? []) {
      const value: unknown = Object.getOwnPropertyDescriptor(
        RendevInterview.prototype,
        name,
      )?.value;
      assert.equal(kind === 'method', typeof value === 'function', name);
    }
  });

  it('has the events that the README tells of, each with the type of its detail', () => {
    assert.deepEqual(names(element.events), told('Events: '));
    for (const { name, type } of element.events ?? []) {
      assert.match(type.text, /^CustomEvent<.+>$/, name);
    }
  });

  it('has the parts, slots and custom properties of docs/theming.md', () => {
    assert.deepEqual(names(element.cssParts), documented('Parts'));
    assert.deepEqual(names(element.slots), documented('Slots'));
    assert.deepEqual(names(element.cssProperties), documented('Custom properties'));
    for (const { name, default: value } of element.cssProperties ?? []) {
      assert.notEqual(value, '', name);
    }
  });

  it('says what each of them is', () => {
    const { members, attributes, events, cssParts, slots, cssProperties } = element;
    const lists = [members, attributes, events, cssParts, slots, cssProperties];
    const all = lists.flatMap(
      (list): readonly { name: string; description?: string }[] => list ?? [],
    );
    assert.ok(all.length > 100);
    assert.deepEqual(names(all.filter(({ description }) => !description)), []);
  });

  it('is what editors are told, too', () => {
    const { tags } = read('vscode.html-custom-data.json') as {
      tags: { name: string; attributes: { name: string }[] }[];
    };
    assert.deepEqual(names(tags), ['rendev-interview']);
    assert.deepEqual(names(tags[0]?.attributes), names(element.attributes));
    const css = read('vscode.css-custom-data.json') as { properties: { name: string }[] };
    assert.deepEqual(names(css.properties), names(element.cssProperties));
    const webTypes = read('web-types.json') as {
      contributions: { html: { elements: { name: string; js: { events: { name: string }[] } }[] } };
    };
    const [known] = webTypes.contributions.html.elements;
    assert.equal(known?.name, 'rendev-interview');
    assert.deepEqual(names(known.js.events), names(element.events));
  });
});
