import type { CodeEntry, Entry } from '../../engine/session.ts';
import { readCode } from '../code-entry/code-text.ts';

interface Known {
  readonly ticket: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly autoJoin: boolean;
  /** From the page's address; filled in, and entered only where it is told to join by itself. */
  readonly fragmentCode: string;
  /** From before a reload in mid-call. */
  readonly kept: CodeEntry | null;
}

/** The way in that nobody has to confirm; `null` when the person is to type one. */
export function ownEntry({
  ticket,
  code,
  name,
  autoJoin,
  fragmentCode,
  kept,
}: Known): Entry | null {
  if (ticket) return { ticket };
  if (code) return codeEntry(code, name);
  // Another code in the address is another interview.
  if (kept !== null && (fragmentCode === '' || isSameCode(kept.code, fragmentCode))) return kept;
  return autoJoin && fragmentCode !== '' ? codeEntry(fragmentCode, name) : null;
}

export function codeEntry(code: string, name: string | null): Entry {
  return name ? { code, name } : { code };
}

/** `#code=` of the page's address. */
export function codeInAddress(): string {
  return new URLSearchParams(location.hash.slice(1)).get('code') ?? '';
}

function isSameCode(one: string, other: string): boolean {
  return readCode(one).symbols === readCode(other).symbols;
}
