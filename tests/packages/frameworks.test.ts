import { existsSync, mkdtempSync, rmSync } from 'node:fs';
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
  { name: 'react', site: 'dist', isTyped: true, calls: true },
  { name: 'react-18', site: 'dist', isTyped: true, calls: true },
  { name: 'vue', site: 'dist', isTyped: false, calls: true },
  // Renders the page in Node, and checks its types itself.
  { name: 'next', site: 'out', isTyped: false, calls: false },
] as const;

for (const { name, site, isTyped, calls } of HOSTS) {
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
      assert.ok(existsSync(join(folder, site, 'index.html')));
    });

    if (calls) {
      it('carries a call', async () => {
        const demo = await startTestDemo({}, await serveBuilt(join(folder, site)));
        try {
          await callOfTwo([demo.interviewerUrl, demo.candidateUrl]);
        } finally {
          await demo.close();
        }
      });
    }
  });
}
