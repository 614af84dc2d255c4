import type { EndReason } from './session-snapshot.ts';

const END_REASONS: readonly string[] = [
  'ended',
  'expired',
  'canceled',
  'removed',
  'rejected',
  'duplicate-session',
] satisfies EndReason[];

/** What an error code that ends a stay in a room means for the session. */
export function endReason(code: string): EndReason {
  return END_REASONS.includes(code) ? (code as EndReason) : 'network-lost';
}
