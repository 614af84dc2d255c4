import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { ERROR_CODES } from '@rendev/interview-protocol';
import { ERROR_HELP } from '../scripts/docs/error-help.ts';
import { ERROR_HELP_KO } from '../scripts/docs/error-help-ko.ts';
import { errorsPage } from '../scripts/docs/errors-page.ts';
import { readOpenApi } from '../scripts/docs/read-open-api.ts';
import { restPage } from '../scripts/docs/rest-page.ts';

/** Made by `npm run docs:reference` from what the tests below look at. */
const GENERATED = /^docs\/(ko\/)?reference\//;

const pages = globSync(['*.md', 'docs/**/*.md', 'deploy/**/*.md', 'packages/*/*.md'], {
  exclude: ['**/node_modules/**', '**/dist/**'],
}).filter((page) => !GENERATED.test(page));

/** The anchors of a page, as GitHub and VitePress make them of its headings. */
const anchorsOf = (text: string): string[] =>
  [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );

describe('the error catalogue', () => {
  it('tells cause and mend of every code of the server and of the page', () => {
    const source = readFileSync('packages/widget/src/engine/rendev-error.ts', 'utf8');
    const [union = ''] = /export type PageErrorCode =[^;]+;/.exec(source) ?? [];
    const ofPage = [...union.matchAll(/\| '([a-z-]+)'/g)].map(([, code = '']) => code);
    assert.ok(ofPage.length > 5);
    const codes = [...Object.keys(ERROR_CODES), ...ofPage].sort();
    assert.deepEqual(Object.keys(ERROR_HELP).sort(), codes);
    assert.deepEqual(Object.keys(ERROR_HELP_KO), Object.keys(ERROR_HELP));
    for (const language of ['en', 'ko'] as const) {
      const page = errorsPage(language);
      for (const code of codes) assert.ok(page.includes(`| <a id="${code}"></a>`), code);
    }
    for (const [code, { cause, mend }] of Object.entries(ERROR_HELP)) {
      for (const text of [cause, mend]) assert.match(text, /^\S.{8,}[.!]$/, code);
    }
    for (const [code, { cause, mend }] of Object.entries(ERROR_HELP_KO)) {
      for (const text of [cause, mend]) assert.match(text, /^\S.{5,}[가-힣]\.$/, code);
    }
  });
});

describe('the REST reference', () => {
  it('has every operation of the OpenAPI document', async () => {
    const document = await readOpenApi();
    const page = restPage(document);
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `\`${method.toUpperCase()} ${path}\``),
    );
    assert.ok(operations.length > 20);
    for (const operation of operations) assert.ok(page.includes(operation), operation);
    assert.ok(page.includes('| `scheduledAt` |'), 'with the fields of bodies');
  });
});

describe('the pages', () => {
  it('link to pages, headings and files that there are', () => {
    const dead = pages.flatMap((page) => {
      const text = readFileSync(page, 'utf8');
      const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
      return links
        .filter((link) => !/^(https?|mailto):/.test(link))
        .filter((link) => !reaches(page, text, link))
        .map((link) => `${page}: ${link}`);
    });
    assert.deepEqual(dead, []);
  });
});

function reaches(page: string, text: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (GENERATED.test(target)) return true;
  if (!existsSync(target)) return false;
  if (anchor === undefined || !target.endsWith('.md')) return true;
  const linked = path === '' ? text : readFileSync(target, 'utf8');
  return anchorsOf(linked).includes(decodeURIComponent(anchor));
}
