import type { Response } from 'express';

/** Why the site does not do what it was asked, as `code` of the answer, and the HTTP status. */
const REFUSALS = {
  'bad-request': 400,
  'signature-invalid': 401,
  'sign-in-needed': 401,
  'not-yours': 403,
  'not-found': 404,
  /** Somebody else has booked this time. */
  taken: 409,
  /** The project, or the interview, is over. */
  closed: 409,
  /** The application is in another status. */
  'not-now': 409,
  /** The time of the interview has passed. */
  'time-over': 409,
  /** The interview server does not answer, or not as it should: try again. */
  unavailable: 503,
} as const;
export type RefusalCode = keyof typeof REFUSALS;

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: RefusalCode };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (code: RefusalCode): Result<never> => ({ ok: false, code });

export function answer(response: Response, result: Result<unknown>): void {
  if (result.ok) response.json(result.value);
  else response.status(REFUSALS[result.code]).json({ code: result.code });
}
