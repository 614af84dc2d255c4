import type { InterviewPublic } from '@rendev/interview-protocol';
// This part alone: the thread that stores messages needs no schemas.
import { ERROR_CODES, type ErrorCode } from '@rendev/interview-protocol/error-codes';

/** An expected refusal, as a value. Exceptions are for bugs. */
export interface Refusal {
  readonly code: ErrorCode;
  /** Plain English for the developer who reads the answer; never holds a code, token or name. */
  readonly detail?: string;
  readonly retryAfterMs?: number;
  /** The interview that the person was refused from, where they may know of it. */
  readonly interview?: InterviewPublic;
  /** JSON pointers into the request. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (
  code: ErrorCode,
  facts: Omit<Refusal, 'code'> = {},
): { readonly ok: false; readonly error: Refusal } => ({ ok: false, error: { code, ...facts } });

export const isRetryable = (code: ErrorCode): boolean => ERROR_CODES[code].retryable;
