import { globSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { noTotals, type Totals } from './totals.ts';

/** A file that never ends, as one that left a server open, must not hold up the rest. */
const FILE_TIMEOUT_MS = 8 * 60_000;

/**
 * Runs node:test files, each in a process of its own.
 *
 * @param patterns globs from the root of the repository
 * @param concurrency files at the same time
 */
export async function runNodeTests(
  patterns: readonly string[],
  concurrency: number,
): Promise<Totals> {
  const exclude = ['**/node_modules/**', '**/dist/**'];
  const files = globSync([...patterns], { exclude }).sort();
  const totals = noTotals();
  if (files.length === 0) return totals;

  const events = run({
    files,
    concurrency,
    timeout: FILE_TIMEOUT_MS,
    execArgv: ['--conditions=rendev-source'],
  });
  events.on('test:pass', (test) => {
    if (test.details.type === 'suite') return;
    if (test.skip !== undefined || test.todo !== undefined) totals.skipped.push(test.name);
    else totals.passed += 1;
  });
  events.on('test:fail', (test) => {
    if (test.details.type === 'suite') return;
    totals.failed += 1;
    totals.failures.push(`${test.file ?? ''}: ${test.name}`);
  });
  const report = new spec();
  events.pipe(report).pipe(process.stdout, { end: false });
  await finished(report);
  return totals;
}
