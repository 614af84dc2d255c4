import type { WireError } from '@rendev/interview-protocol';
import { isRetryable, type Refusal } from '../result.ts';

/** What of a refusal crosses the wire. */
export const toWireError = (refusal: Refusal): WireError => ({
  code: refusal.code,
  retryable: isRetryable(refusal.code),
  ...(refusal.retryAfterMs === undefined ? {} : { retryAfterMs: refusal.retryAfterMs }),
  ...(refusal.interview === undefined ? {} : { interview: refusal.interview }),
});
