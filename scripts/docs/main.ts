/** `npm run docs:reference`: writes the reference from the manifest, OpenAPI and the codes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COPIED } from '../../docs/.vitepress/outside-links.ts';
import type { Manifest } from '../packages/manifest/schema.ts';
import { elementPage } from './element-page.ts';
import { errorsPage } from './errors-page.ts';
import { readOpenApi } from './read-open-api.ts';
import { restPage } from './rest-page.ts';

const text = readFileSync('packages/widget/dist/custom-elements.json', 'utf8');
const [element] = (JSON.parse(text) as Manifest).modules.flatMap(
  ({ declarations }) => declarations,
);
if (element === undefined) throw new Error('custom-elements.json has no element');

const pages: Record<string, string> = {
  'reference/element.md': elementPage(element),
  'reference/rest.md': restPage(await readOpenApi()),
  'reference/errors.md': errorsPage('en'),
  'ko/reference/errors.md': errorsPage('ko'),
};
for (const [file, copy] of Object.entries(COPIED)) {
  pages[copy] = readFileSync(file, 'utf8').replaceAll('](../docs/', '](../');
}
for (const [name, page] of Object.entries(pages)) {
  const path = join('docs', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, page);
}
