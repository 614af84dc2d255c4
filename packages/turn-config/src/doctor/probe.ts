import { randomBytes } from 'node:crypto';
import { sign } from '../credentials.ts';
import type { TurnUri } from '../stun/turn-uri.ts';
import { TurnClient, type Connected, type Response, type User } from '../stun/turn-client.ts';

export interface ProbeOptions {
  uri: TurnUri;
  /** Literal address of the host. */
  address: string;
  secret: string;
  ca?: string | undefined;
  /** ms for one request. */
  timeoutMs: number;
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** How long the doctor's own credentials live: longer than any examination. */
const TTL_SECONDS = 600;

/**
 * The server still holds a relay or a user for this 5-tuple, from somebody who had the port before
 * (RFC 8656, section 7.4). Browsers too try another port then.
 */
const STALE_TUPLE = [437, 441];
export const ATTEMPTS = 4;

export type Asked =
  { ok: true; client: TurnClient; response: Response } | { ok: false; reason: string };

/** Opens connections to one URL and signs users for it; ends everything that it opened. */
export class Probe {
  readonly options: ProbeOptions;
  /** Another for each examination: relays left over from the last one do not count. */
  readonly #id = `doctor-${randomBytes(6).toString('hex')}`;
  readonly #clients = new Set<{ client: TurnClient; user: User | undefined }>();

  constructor(options: ProbeOptions) {
    this.options = options;
  }

  /** The server counts relays by `purpose`. */
  user(purpose: string, { secret = this.options.secret, ttlSeconds = TTL_SECONDS } = {}): User {
    const expirySeconds = Math.floor(this.options.now() / 1_000) + ttlSeconds;
    const username = `${expirySeconds}:${this.#id}-${purpose}`;
    return { username, credential: sign(secret, username) };
  }

  /** A connection of its own; `user` is who is to give up the relay at the end. */
  async connect(user?: User): Promise<Connected> {
    const { uri, address, ca, timeoutMs, signal } = this.options;
    const { transport, port, host } = uri;
    const target = { transport, address, port, host, ca };
    const connected = await TurnClient.connect(target, { timeoutMs, signal });
    if (connected.ok) this.#clients.add({ client: connected.client, user });
    return connected;
  }

  /** Allocates for a user, or a stranger, on a connection of its own. */
  async allocate(
    user: User | undefined,
    options: { protocol?: number; family?: number } = {},
  ): Promise<Asked> {
    for (let attempt = 1; ; attempt += 1) {
      const connected = await this.connect(user);
      if (!connected.ok) return connected;
      const { client } = connected;
      const response = await client.allocate(user, options);
      const isStale =
        !response.ok &&
        response.failure.kind === 'refused' &&
        STALE_TUPLE.includes(response.failure.code);
      if (!isStale || attempt === ATTEMPTS) return { ok: true, client, response };
    }
  }

  /** Gives up every relay, so that the next examination finds the server as this one did. */
  async close(): Promise<void> {
    const ending = [...this.#clients].map(async ({ client, user }) => {
      if (user && !this.options.signal.aborted) await client.refresh(user, 0);
      client.close();
    });
    this.#clients.clear();
    await Promise.all(ending);
  }
}
