/** One thing that was looked at. A `warn` is worth mending, a `fail` keeps interviews from working. */
export interface Finding {
  readonly check: 'config' | 'store' | 'bus' | 'clock' | 'turn' | 'webhook';
  readonly status: 'pass' | 'warn' | 'fail';
  readonly detail: string;
}

export const finding = (
  check: Finding['check'],
  status: Finding['status'],
  detail: string,
): Finding => ({
  check,
  status,
  detail,
});
