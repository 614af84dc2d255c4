import { createHmac, hkdfSync } from 'node:crypto';

/** Keys for one purpose each, derived from the master secret (HKDF, RFC 5869). */
export interface Keys {
  /** Derives the codes that the server makes. */
  readonly code: Buffer;
  /** Hashes codes for storage and lookup. */
  readonly codeHash: Buffer;
  /** Signs tickets. */
  readonly ticket: Buffer;
  /** Makes pseudonyms of people: the host's subjects, TURN users. */
  readonly pseudonym: Buffer;
  /** Encrypts what may hold codes or tickets and has to be shown again. */
  readonly answer: Buffer;
  /** Derives the secrets that sign webhooks. */
  readonly webhook: Buffer;
  /** Derives a resume token from the one before it. */
  readonly resume: Buffer;
}

function deriveKeys(secret: string): Keys {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `rendev-interview/${purpose}/1`, 32));
  return {
    code: derive('code'),
    codeHash: derive('code-hash'),
    ticket: derive('ticket'),
    pseudonym: derive('pseudonym'),
    answer: derive('answer'),
    webhook: derive('webhook'),
    resume: derive('resume'),
  };
}

/** The present master secret, then those before it that are still accepted. */
export type Secrets = readonly [string, ...string[]];

/** The keys of each master secret. They change while the server runs, so nobody keeps one of them. */
export class KeyRing {
  #all: readonly [Keys, ...Keys[]];

  constructor(secrets: Secrets) {
    this.#all = keysOf(secrets);
  }

  /** What is made now is made by these. */
  get current(): Keys {
    return this.#all[0];
  }

  /** What was made before may be by any of these; the present ones come first. */
  get all(): readonly Keys[] {
    return this.#all;
  }

  replace(secrets: Secrets): void {
    this.#all = keysOf(secrets);
  }
}

const keysOf = ([present, ...before]: Secrets): [Keys, ...Keys[]] => [
  deriveKeys(present),
  ...before.map(deriveKeys),
];

/** HMAC-SHA256 of a text. */
export const keyedHash = (key: Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();
