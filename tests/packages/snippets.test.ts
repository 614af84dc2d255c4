import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { run, setUpProject } from '../../scripts/packages/host-project.ts';

/** Files by the heading of docs/frameworks.md that their snippet stands under. */
const FILES = [
  ['React 19', 'react-19.tsx'],
  ['React 18', 'react-18.tsx'],
  ['Svelte', 'room.svelte'],
  ['Angular', 'angular.ts'],
] as const;

/** The first block of code under a heading. */
function snippetUnder(heading: string): string {
  const text = readFileSync('docs/frameworks.md', 'utf8');
  const section = text.slice(text.indexOf(`\n## ${heading}\n`));
  const [, code] = /```\w+\n([^`]*(?:`(?!``)[^`]*)*)```/.exec(section) ?? [];
  assert.ok(code, `docs/frameworks.md has no code under ${heading}`);
  return code;
}

describe('the snippets of docs/frameworks.md', { timeout: 12 * 60_000 }, () => {
  let folder: string;
  const check = (framework: string): Promise<string> =>
    run('npm', ['run', '--silent', `check:${framework}`], folder);

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rendev-snippets-'));
    await setUpProject('tests/packages/snippets-project', folder);
    mkdirSync(join(folder, 'snippets'));
    for (const [heading, file] of FILES) {
      writeFileSync(join(folder, 'snippets', file), snippetUnder(heading));
    }
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  for (const framework of ['react', 'svelte', 'angular']) {
    it(`have their types right in ${framework}`, async () => {
      await check(framework);
    });
  }

  it('would not, with a value of another type or an event that there is none of', async () => {
    const right = readFileSync(join(folder, 'snippets/react-19.tsx'), 'utf8');
    for (const wrong of ['theme="pink"', 'onarrived={() => undefined}']) {
      const file = `wrong-${wrong.split('=')[0] ?? ''}.tsx`;
      writeFileSync(join(folder, 'snippets', file), right.replace('autoJoin', wrong));
    }
    const found = await check('react').then(
      () => '',
      (error: unknown) => String(error),
    );
    assert.match(found, /wrong-theme\.tsx.*pink/);
    assert.match(found, /wrong-onarrived\.tsx.*onarrived/);
  });
});
