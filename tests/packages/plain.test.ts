import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serveBuilt } from '../../scripts/packages/built-page.ts';
import { setUpProject } from '../../scripts/packages/host-project.ts';
import { PACKAGES } from '../../scripts/packages/pack.ts';
import { launchBrowser, newVisitor } from '../e2e/browser.ts';
import { decodesFrames } from '../e2e/media.ts';
import { joinCall, say, sees } from '../e2e/room.ts';
import { ChildServer } from '../faults/child-server.ts';

/** Every Node that a shell would find here: the project's own, and the system's. */
function nodes(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders.map((folder) => join(folder, 'node')).filter((path) => existsSync(path));
  const versions = new Map(
    found.map((path) => [execFileSync(path, ['--version'], { encoding: 'utf8' }), path]),
  );
  return [...versions.values()];
}

describe('a fresh project of the four packages', { timeout: 8 * 60_000 }, () => {
  let folder: string;
  const installed = (path: string): string => join(folder, 'node_modules/@rendev', path);

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rendev-plain-'));
    await setUpProject('examples/script-tag', folder, PACKAGES);
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  for (const node of nodes()) {
    it(`imports in ${node} ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`, () => {
      const source = `
        const { RendevInterview } = await import('@rendev/interview');
        const { createSession } = await import('@rendev/interview/engine');
        for (const entry of ['define', 'jsx', 'locales/ja', 'locales/zh-hans', 'locales/vi', 'locales/ar']) {
          await import('@rendev/interview/' + entry);
        }
        console.log(typeof RendevInterview, typeof createSession);`;
      const args = ['--input-type=module', '--eval', source];
      const options = { cwd: folder, encoding: 'utf8' } as const;
      assert.equal(execFileSync(node, args, options).trim(), 'function function');
    });
  }

  it('has no test in it, and all that its entries name', () => {
    const { exports } = JSON.parse(readFileSync(installed('interview/package.json'), 'utf8')) as {
      exports: Record<string, string | Record<string, string>>;
    };
    const paths = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    assert.ok(paths.length > 15);
    for (const path of paths) {
      assert.ok(existsSync(installed(`interview/${path.replace('*', 'ja')}`)), path);
    }
    assert.ok(!existsSync(installed('interview/src/elements/call/call.test.ts')));
    assert.ok(!existsSync(installed('interview/src/engine/testing')));
  });

  it('tells the hashes of its script', () => {
    const path = installed('interview/dist/integrity.json');
    const hashes = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
    assert.deepEqual(Object.keys(hashes), ['rendev-interview.js', 'rendev-interview.single.js']);
    for (const [file, hash] of Object.entries(hashes)) {
      const digest = createHash('sha384').update(readFileSync(installed(`interview/dist/${file}`)));
      assert.equal(hash, `sha384-${digest.digest('base64')}`);
    }
  });

  it('carries a call by its own server and script tag', async () => {
    const page = await serveBuilt(folder);
    const bin = installed('signal-server/bin/rendev-signal.js');
    const server = await ChildServer.create(page.url, {}, { serve: [bin, 'serve'], cli: [bin] });
    page.open(`${server.url}/rendev-interview.js`);
    for (const path of ['/admin', '/docs', '/openapi.json', '/metrics']) {
      assert.equal((await fetch(server.url + path)).status, 200, path);
    }
    const browser = await launchBrowser();
    try {
      const { participants } = await server.book({
        scheduledAt: new Date().toISOString(),
        timeZone: 'Asia/Seoul',
        participants: [
          { role: 'interviewer', name: '인터뷰어' },
          { role: 'candidate', name: '지원자' },
        ],
      });
      const [one, other] = await Promise.all([newVisitor(browser), newVisitor(browser)]);
      for (const [index, visitor] of [one, other].entries()) {
        await joinCall(visitor.page, `${page.url}/#code=${participants[index]?.code ?? ''}`);
      }
      await Promise.all([decodesFrames(one.page), decodesFrames(other.page)]);
      await say(one.page, '안녕하세요');
      await sees(other.page, '안녕하세요');
      assert.deepEqual([...one.errors, ...other.errors], []);
    } finally {
      await browser.close();
      await server.close();
      await page.close();
    }
  });
});
