import { randomBytes } from 'node:crypto';

/** 256 bits, in characters that coturn, shells and .env files all leave alone. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
