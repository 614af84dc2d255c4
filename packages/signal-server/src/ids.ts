import { createHash, randomBytes } from 'node:crypto';

/** 128 random bits as base64url: unguessable and short. None looks like an option of a command. */
export function newId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newId() : id;
}

/** 256 random bits as base64url, for bearer secrets. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** For secrets that are random themselves; guessable ones (interview codes) need a keyed hash. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');
