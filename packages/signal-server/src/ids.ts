import { createHash, randomBytes } from 'node:crypto';

/** 128 random bits as base64url: unguessable and short. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** 256 random bits as base64url, for bearer secrets. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** For secrets that are random themselves; guessable ones (interview codes) need a keyed hash. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');
