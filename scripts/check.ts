/** `npm run check`: every static check; all of them run, so that one look shows all findings. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Beside each other. `packages` and `docs` look at what `size` has built. */
const LANES = [
  ['lint', 'unused', 'imports', 'format'],
  ['types', 'size', 'packages', 'docs', 'audit'],
] as const;

const failed: string[] = [];
await Promise.all(
  LANES.map(async (names) => {
    for (const name of names) if (!(await passes(name))) failed.push(name);
  }),
);
if (failed.length > 0) {
  console.error(`check failed: ${failed.join(', ')}`);
  process.exit(1);
}
console.log('check passed');

/** Prints what the check said when it is over, so that no two talk at once. */
async function passes(name: string): Promise<boolean> {
  const start = performance.now();
  const check = spawn('npm', ['run', '--silent', `check:${name}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  for (const stream of [check.stdout, check.stderr]) {
    stream.on('data', (chunk: Buffer) => said.push(chunk));
  }
  await once(check, 'close');
  console.log(`== ${name}, ${((performance.now() - start) / 1_000).toFixed(0)} s`);
  process.stdout.write(Buffer.concat(said));
  return check.exitCode === 0;
}
