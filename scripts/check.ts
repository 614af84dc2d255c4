/** `npm run check`: every static check; all of them run, so that one look shows all findings. */
import { spawnSync } from 'node:child_process';

// `packages` looks at what `size` has built.
const CHECKS = ['types', 'lint', 'format', 'imports', 'unused', 'size', 'packages', 'docs'];

const failed = CHECKS.filter((name) => {
  console.log(`== ${name}`);
  const { status } = spawnSync('npm', ['run', '--silent', `check:${name}`], { stdio: 'inherit' });
  return status !== 0;
});
if (failed.length > 0) {
  console.error(`check failed: ${failed.join(', ')}`);
  process.exit(1);
}
console.log('check passed');
