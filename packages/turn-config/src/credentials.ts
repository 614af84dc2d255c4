import { createHmac } from 'node:crypto';

/** Shortest shared secret that we accept, in characters: credentials let anyone guess offline. */
export const SECRET_MIN_LENGTH = 32;

/** 2 h: longer than an interview, shorter than a leaked credential is worth. Servers issue 1 to 4 h. */
export const DEFAULT_TTL_SECONDS = 7_200;

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const TURN_URI = /^turns?:/;
const STUN_URI = /^stuns?:/;

export interface CredentialOptions {
  /** coturn's `static-auth-secret`, at least `SECRET_MIN_LENGTH` characters. */
  secret: string;
  /**
   * Opaque, stable pseudonym of one participant, `[A-Za-z0-9_-]{1,64}`. coturn's `user-quota`
   * counts by it, and it is logged and readable on plain TURN: never an e-mail, never random.
   */
  id: string;
  /** Lifetime in seconds, default `DEFAULT_TTL_SECONDS`. */
  ttlSeconds?: number;
  /** Milliseconds since 1970, default `Date.now()`. */
  now?: number;
}

export interface Credentials {
  username: string;
  credential: string;
  /** Milliseconds since 1970. A call survives it; a new allocation (ICE restart) does not. */
  expiresAt: number;
}

/** An entry for `RTCConfiguration.iceServers` (W3C WebRTC, section 4.2.2). */
export interface IceServerEntry {
  urls: string[];
  username?: string;
  credential?: string;
}

/**
 * Time-limited TURN credentials (draft-uberti-behave-turn-rest-00).
 * Throws RangeError on a secret, id or ttl outside its bounds: a caller's bug, and an empty secret
 * would sign what a misconfigured coturn accepts from anybody.
 */
export function credentials(options: CredentialOptions): Credentials {
  const { secret, id, ttlSeconds = DEFAULT_TTL_SECONDS, now = Date.now() } = options;
  if (secret.length < SECRET_MIN_LENGTH) {
    throw new RangeError(`The TURN secret is shorter than ${SECRET_MIN_LENGTH} characters`);
  }
  if (!ID.test(id)) throw new RangeError('A TURN id must match [A-Za-z0-9_-]{1,64}');
  if (!Number.isSafeInteger(ttlSeconds) || ttlSeconds < 1) {
    throw new RangeError('ttlSeconds must be a whole number of seconds, at least 1');
  }
  const expirySeconds = Math.floor(now / 1_000) + ttlSeconds;
  const username = `${expirySeconds}:${id}`;
  return { username, credential: sign(secret, username), expiresAt: expirySeconds * 1_000 };
}

/**
 * What a browser needs to use our servers: the `stun:` URLs without credentials, then every
 * `turn:` URL in the order given. Throws RangeError like `credentials`, and on other URL schemes.
 */
export function iceServers(
  options: CredentialOptions & { urls: readonly string[] },
): IceServerEntry[] {
  const { urls, ...rest } = options;
  const alien = urls.find((url) => !TURN_URI.test(url) && !STUN_URI.test(url));
  if (alien !== undefined) throw new RangeError(`Not a stun: or turn: URL: ${alien}`);

  const stun = urls.filter((url) => STUN_URI.test(url));
  const turn = urls.filter((url) => TURN_URI.test(url));
  const entries: IceServerEntry[] = [];
  if (stun.length > 0) entries.push({ urls: stun });
  if (turn.length > 0) {
    const { username, credential } = credentials(rest);
    entries.push({ urls: turn, username, credential });
  }
  return entries;
}

/** The password that coturn derives for `username` from a shared secret, whatever the secret is. */
export function sign(secret: string, username: string): string {
  return createHmac('sha1', secret).update(username).digest('base64');
}
