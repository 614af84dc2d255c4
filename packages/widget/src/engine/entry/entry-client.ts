import type { EntryRequest, EntryResponse, ProblemDetails } from '@rendev/interview-protocol';
import { PROTOCOL_VERSION } from '@rendev/interview-protocol/version';
import { RendevError, type RendevErrorCode } from '../rendev-error.ts';
import type { Entry } from '../session.ts';

/** What the server answered, and how far its clock is ahead of ours (ms; `null`: not known). */
export type EntryOutcome = { readonly clockOffsetMs: number | null } & (
  | { readonly ok: true; readonly response: EntryResponse }
  | { readonly ok: false; readonly error: RendevError }
);

/** Trades a code or ticket for a place in the lobby. Never rejects. */
export type AskEntry = (entry: Entry, signal: AbortSignal) => Promise<EntryOutcome>;

const TIMEOUT_MS = 10_000;

/** `POST /v1/entries` of the server at the base URL. */
export function entryClient(server: string): AskEntry {
  return async (entry, signal) => {
    const request: EntryRequest =
      'code' in entry
        ? { protocol: PROTOCOL_VERSION, code: entry.code }
        : { protocol: PROTOCOL_VERSION, ticket: entry.ticket };
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const askedAt = Date.now();
    try {
      const answer = await fetch(`${server.replace(/\/+$/, '')}/v1/entries`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        credentials: 'omit',
        signal: AbortSignal.any([signal, timeout]),
      });
      const body: unknown = await answer.json().catch(() => null);
      const clockOffsetMs = clockOffset(body, askedAt);
      return isEntryResponse(answer, body)
        ? { ok: true, response: body, clockOffsetMs }
        : { ok: false, error: refusal(answer, body), clockOffsetMs };
    } catch (cause) {
      const code = signal.aborted ? 'aborted' : timeout.aborted ? 'timeout' : 'server-unreachable';
      return {
        ok: false,
        error: new RendevError(code, { retryable: true, cause }),
        clockOffsetMs: null,
      };
    }
  };
}

/** The server read its clock about half-way between question and answer. */
function clockOffset(body: unknown, askedAt: number): number | null {
  const { serverTime } = (body ?? {}) as Partial<ProblemDetails>;
  const offset = Date.parse(serverTime ?? '') - (askedAt + Date.now()) / 2;
  return Number.isNaN(offset) ? null : Math.round(offset);
}

function isEntryResponse(answer: Response, body: unknown): body is EntryResponse {
  return answer.ok && (body as EntryResponse | null)?.protocol === PROTOCOL_VERSION;
}

function refusal(answer: Response, body: unknown): RendevError {
  if (answer.ok) return new RendevError('protocol-unsupported');
  const problem = (body ?? {}) as Partial<ProblemDetails>;
  if (typeof problem.code !== 'string') {
    // Not our server's own words: a proxy in between, or something else at this address.
    return answer.status >= 500
      ? new RendevError('unavailable', { retryable: true })
      : new RendevError('unknown');
  }
  return new RendevError(problem.code as RendevErrorCode, {
    retryable: problem.retryable ?? false,
    ...(problem.retryAfterMs !== undefined && { retryAfterMs: problem.retryAfterMs }),
    ...(problem.interview && { interview: problem.interview }),
  });
}
