import { defaultReporter, startTestRunner, type TestSuiteResult } from '@web/test-runner';
import { noTotals, type Totals } from './totals.ts';

function count(suite: TestSuiteResult, file: string, totals: Totals): void {
  for (const test of suite.tests) {
    if (test.skipped) totals.skipped.push(`${file}: ${test.name}`);
    else if (test.passed) totals.passed += 1;
    else {
      totals.failed += 1;
      totals.failures.push(`${file}: ${test.name}`);
    }
  }
  for (const inner of suite.suites) count(inner, file, totals);
}

/** Runs the widget's tests in the system's Chromium, as web-test-runner.config.mjs says. */
export async function runBrowserTests(): Promise<Totals> {
  const runner = await startTestRunner({
    readCliArgs: false,
    autoExitProcess: false,
    config: { reporters: [defaultReporter({ reportTestProgress: false })] },
  });
  const totals = noTotals();
  if (runner === undefined) throw new Error('The browser test runner did not start');
  await new Promise<void>((resolve) => {
    runner.on('stopped', () => {
      resolve();
    });
  });
  for (const session of runner.sessions.all()) {
    if (session.testResults !== undefined) count(session.testResults, session.testFile, totals);
    // A file that could not be loaded has errors, and no test that failed.
    if (session.errors.length > 0) {
      totals.failed += 1;
      totals.failures.push(`${session.testFile}: ${session.errors[0]?.message ?? 'error'}`);
    }
  }
  return totals;
}
