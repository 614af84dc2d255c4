import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';

/** Runs the audit beside an npm that answers this; @returns its exit code and its words. */
function audit(t: TestContext, answer: string): Promise<{ code: number; words: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'rendev-audit-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  const npm = join(folder, 'npm');
  writeFileSync(npm, `#!/bin/sh\ncat <<'END'\n${answer}\nEND\n`);
  chmodSync(npm, 0o755);
  const path = [folder, dirname(process.execPath), process.env['PATH']].join(delimiter);
  return new Promise((resolve) => {
    const env = { ...process.env, PATH: path };
    execFile(process.execPath, ['scripts/audit.ts'], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, words: stdout + stderr });
    });
  });
}
const found = (severity: string) => JSON.stringify({ vulnerabilities: { hole: { severity } } });

describe('the audit of dependencies', () => {
  it('fails on a grave hole, and names it', async (t) => {
    for (const severity of ['high', 'critical']) {
      const { code, words } = await audit(t, found(severity));
      assert.equal(code, 1);
      assert.match(words, new RegExp(`${severity}: hole`));
    }
  });

  it('tells of lesser ones', async (t) => {
    const { code, words } = await audit(t, found('moderate'));
    assert.deepEqual([code, words], [0, 'moderate: hole\naudited: 1 lesser findings\n']);
  });

  it('claims nothing where nobody could look', async (t) => {
    for (const answer of ['', '{"message":"request failed","error":{}}', '<html>']) {
      const { code, words } = await audit(t, answer);
      assert.equal(code, 0);
      assert.match(words, /^NOT AUDITED/);
    }
  });
});
