import type { ErrorCode, InterviewPublic } from '@rendev/interview-protocol';

/** Codes that arise in the page; the rest come from the server (see ERROR_CODES of the protocol). */
export type PageErrorCode =
  /** The server could not be reached at all. */
  | 'server-unreachable'
  /** The server did not answer in time. */
  | 'timeout'
  /** The method does not fit the present state, such as `join()` before `enter()`. */
  | 'invalid-state'
  /** The host page canceled `before-join` or `before-leave`. */
  | 'prevented'
  /** The session was disposed of, or a newer call replaced this one. */
  | 'aborted'
  /** No path for media to a participant was found, or it broke for good. */
  | 'connection-failed'
  /** Offer and answer could not be applied. */
  | 'negotiation-failed'
  /** The browser has no WebRTC or no camera interface. */
  | 'media-unsupported'
  /** Why a microphone, camera or screen could not be had. */
  | 'permission-denied'
  | 'in-use'
  | 'device-not-found'
  | 'constraints'
  | 'insecure-context'
  | 'blocked-by-policy'
  /** The operating system keeps the browser from it. */
  | 'blocked-by-system'
  | 'unknown';

export type RendevErrorCode = ErrorCode | PageErrorCode;

export interface RendevErrorFacts {
  readonly retryable?: boolean;
  /** ms to wait, with `rate-limited`. */
  readonly retryAfterMs?: number;
  /** The interview that refused, with `too-early`, `expired`, `canceled`, `ended`, `full`. */
  readonly interview?: InterviewPublic;
  readonly cause?: unknown;
}

/** What every promise of the engine and the element rejects with. */
export class RendevError extends Error {
  override readonly name = 'RendevError';
  readonly code: RendevErrorCode;
  /** Whether the same call may succeed later without a change. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly interview: InterviewPublic | undefined;

  constructor(code: RendevErrorCode, facts: RendevErrorFacts = {}) {
    super(code, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.retryable = facts.retryable ?? false;
    this.retryAfterMs = facts.retryAfterMs;
    this.interview = facts.interview;
  }
}
