/** What a test run adds up to. */
export interface Totals {
  passed: number;
  failed: number;
  /** Names of the tests that were skipped: nothing is skipped silently. */
  readonly skipped: string[];
  readonly failures: string[];
}

export const noTotals = (): Totals => ({ passed: 0, failed: 0, skipped: [], failures: [] });

export function add(into: Totals, from: Totals): void {
  into.passed += from.passed;
  into.failed += from.failed;
  into.skipped.push(...from.skipped);
  into.failures.push(...from.failures);
}
