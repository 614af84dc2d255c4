/** `npm run check:packages`: what is published, as hosts' tools see it. Needs `npm run build`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGES, pack } from './pack.ts';

/** For each tarball; both end with a status other than 0 where there is a finding. */
const TOOLS = [
  ['publint', 'run', '--strict'],
  // CommonJS hosts import it dynamically, and module resolution of before Node 12 knows no exports.
  ['attw', '--profile', 'esm-only', '--quiet'],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'rendev-packages-'));
try {
  const faulty = PACKAGES.filter((name) => {
    const { tarball } = pack(name, folder);
    const statuses = TOOLS.map(
      ([tool, ...args]) => spawnSync(tool, [...args, tarball], { stdio: 'inherit' }).status,
    );
    return statuses.some((status) => status !== 0);
  });
  if (faulty.length > 0) console.error(`faulty packages: ${faulty.join(', ')}`);
  process.exitCode = faulty.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
