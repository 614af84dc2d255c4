import { LIMITS } from '@rendev/interview-protocol';
import { keyedHash } from '../keys.ts';

/** Crockford's base 32: no I, L, O (taken for 1, 1, 0) and no U. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ALIASES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/**
 * The form in which codes are compared: compatibility forms folded (NFKC), spaces and hyphens gone,
 * upper case, and the letters that are taken for digits read as those. Codes of hosts pass through
 * the same, so that one with an O or an l matches itself however it is typed.
 *
 * @returns `undefined` where the text is no code at all
 */
export function normalizeCode(text: string): string | undefined {
  const code = text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u2212\p{Cf}]/gu, '')
    .toUpperCase()
    .replace(/[ILO]/g, (letter) => ALIASES[letter] ?? letter);
  const { codeLengthMin: min, codeLengthMax: max } = LIMITS;
  return /^[A-Z0-9]+$/.test(code) && code.length >= min && code.length <= max ? code : undefined;
}

/**
 * The code that an invitation gets: not stored, but always the same for one key, invitation and
 * attempt, so that a repeated request is answered with it again. 40 bits.
 *
 * @param attempt counts up where another live invitation has the code already
 */
export function deriveCode(key: Buffer, invitationId: string, attempt: number): string {
  const bytes = keyedHash(key, `${invitationId}:${attempt}`);
  return Array.from(
    { length: LIMITS.codeLengthDefault },
    (_, index) => SYMBOLS[(bytes[index] ?? 0) % SYMBOLS.length],
  ).join('');
}

/** As shown to people: groups of four joined by hyphens. */
export const formatCode = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-');
