/** `npm run docs:reference`: writes docs/reference from the manifest, OpenAPI and the codes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COPIED } from '../../docs/.vitepress/outside-links.ts';
import type { Manifest } from '../packages/manifest/schema.ts';
import { elementPage } from './element-page.ts';
import { errorsPage } from './errors-page.ts';
import { readOpenApi } from './read-open-api.ts';
import { restPage } from './rest-page.ts';

const FOLDER = 'docs/reference';

const text = readFileSync('packages/widget/dist/custom-elements.json', 'utf8');
const [element] = (JSON.parse(text) as Manifest).modules.flatMap(
  ({ declarations }) => declarations,
);
if (element === undefined) throw new Error('custom-elements.json has no element');

const pages = {
  'element.md': elementPage(element),
  'rest.md': restPage(await readOpenApi()),
  'errors.md': errorsPage(),
};
mkdirSync(FOLDER, { recursive: true });
for (const [name, page] of Object.entries(pages)) writeFileSync(join(FOLDER, name), page);
for (const [file, copy] of Object.entries(COPIED)) {
  writeFileSync(join('docs', copy), readFileSync(file, 'utf8').replaceAll('](../docs/', '](../'));
}
