/** `npm run check`: every static check; all of them run, so that one look shows all findings. */
import { spawnSync } from 'node:child_process';

const checks: readonly (readonly [string, string])[] = [
  [
    'types',
    'tsc -p packages/protocol && tsc -p packages/turn-config && tsc -p packages/signal-server && tsc -p packages/widget && tsc -p .',
  ],
  ['lint', 'eslint .'],
  ['format', 'prettier --check .'],
  ['imports', 'depcruise --config .dependency-cruiser.mjs packages scripts tests bench'],
  ['unused', 'knip'],
  ['build', 'npm run --silent build'],
  ['size', 'size-limit'],
];

const failed: string[] = [];
for (const [name, command] of checks) {
  console.log(`== ${name}`);
  if (spawnSync(command, { shell: true, stdio: 'inherit' }).status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`check failed: ${failed.join(', ')}`);
  process.exit(1);
}
console.log('check passed');
