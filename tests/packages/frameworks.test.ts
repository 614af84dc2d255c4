import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serveBuilt } from '../../scripts/packages/built-page.ts';
import { buildProject, run, setUpProject } from '../../scripts/packages/host-project.ts';
import { startTestDemo } from '../e2e/room.ts';
import { callOfTwo } from './call-of-two.ts';

const TSC = resolve('node_modules/.bin/tsc');

const HOSTS = [
  { name: 'react', site: 'dist', isTyped: true },
  { name: 'react-18', site: 'dist', isTyped: true },
  { name: 'vue', site: 'dist', isTyped: false },
  // Its build checks the types, and renders the page in Node.
  { name: 'next', site: 'out', isTyped: false },
] as const;

for (const { name, site, isTyped } of HOSTS) {
  describe(`a fresh project like examples/${name}`, { timeout: 12 * 60_000 }, () => {
    let folder: string;

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), `rendev-${name}-`));
      await setUpProject(`examples/${name}`, folder);
    });
    after(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    if (isTyped) {
      it('has its types right', async () => {
        await run(TSC, ['-p', folder], folder);
      });
    }

    it('builds from what npm would install', async () => {
      await buildProject(folder);
      const html = readFileSync(join(folder, site, 'index.html'), 'utf8');
      assert.equal(html.includes('<rendev-interview'), name === 'next', 'rendered on the server');
    });

    it('carries a call', async () => {
      const demo = await startTestDemo({}, await serveBuilt(join(folder, site)));
      try {
        await callOfTwo([demo.interviewerUrl, demo.candidateUrl]);
      } finally {
        await demo.close();
      }
    });
  });
}
