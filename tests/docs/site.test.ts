import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { describe, it } from 'node:test';
import { COPIED } from '../../docs/.vitepress/outside-links.ts';
import { ENGLISH, KOREAN } from '../../docs/.vitepress/sidebars.ts';
import { textOf } from './code-blocks.ts';

const GENERATED = [
  ...['/reference/element', '/reference/rest', '/reference/errors', '/ko/reference/errors'],
  ...Object.values(COPIED).map((copy) => `/${copy.replace('.md', '')}`),
];

const linksOf = (sidebar: typeof ENGLISH): string[] =>
  sidebar.flatMap(({ items = [] }) => items.map(({ link = '' }) => link));

const isPage = (link: string): boolean =>
  GENERATED.includes(link) || existsSync(`docs${link.endsWith('/') ? `${link}index` : link}.md`);

describe('the site', () => {
  it('leads from its sidebars and first pages to pages that there are', () => {
    const first = ['docs/index.md', 'docs/ko/index.md'].flatMap((page) =>
      [...textOf(page).matchAll(/^ +link: (\S+)$/gm)].map(([, link = '']) => link),
    );
    const links = [...linksOf(ENGLISH), ...linksOf(KOREAN), ...first];
    assert.ok(first.length >= 10);
    assert.deepEqual(
      links.filter((link) => !isPage(link)),
      [],
    );
  });

  it('names every page in the sidebar of its language', () => {
    const pagesIn = (glob: string): string[] =>
      globSync(glob)
        .filter((page) => !page.endsWith('index.md'))
        .map((page) => page.replace(/^docs|\.md$/g, ''));
    const missing = [
      ...pagesIn('docs/*.md').filter((page) => !linksOf(ENGLISH).includes(page)),
      ...pagesIn('docs/ko/*.md').filter((page) => !linksOf(KOREAN).includes(page)),
    ];
    assert.deepEqual(missing, []);
  });

  it('has every page in both languages', () => {
    const english = globSync('docs/*.md').map((page) => page.replace('docs/', ''));
    const korean = globSync('docs/ko/*.md').map((page) => page.replace('docs/ko/', ''));
    assert.ok(english.length > 10);
    assert.deepEqual(korean.sort(), english.sort());
  });

  it('leads Korean readers to English only where there is no Korean, or to the same page', () => {
    const astray = globSync('docs/ko/*.md').flatMap((page) =>
      [...textOf(page).matchAll(/\]\(\.\.\/([\w/-]+\.md)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !page.endsWith(`/${target}`))
        .filter((target) => existsSync(`docs/ko/${target}`) || target === 'reference/errors.md')
        .map((target) => `${page}: ${target}`),
    );
    assert.deepEqual(astray, []);
  });
});
