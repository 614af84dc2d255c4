import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { KeyRing, Keys } from '../keys.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Database } from '../storage/database.ts';

/** How long an answer is kept. */
const KEPT_MS = 24 * 3_600_000;
/** After this time a request without an answer is taken for lost with its process. */
const LOST_MS = 60_000;
const RETRY_MS = 1_000;
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Names a request of one host. */
export interface RepeatableRequest {
  readonly hostId: string;
  readonly key: string;
  /** Of method, path and body. */
  readonly hash: string;
}

export interface KeptAnswer {
  readonly status: number;
  readonly body: string;
}

/** Remembers the answers to requests with an `Idempotency-Key`, encrypted. */
export class IdempotencyKeys {
  readonly #db: Database;
  readonly #keys: KeyRing;
  readonly #clock: Clock;

  constructor(db: Database, keys: KeyRing, clock: Clock) {
    this.#db = db;
    this.#keys = keys;
    this.#clock = clock;
  }

  /**
   * @returns the first answer; `undefined` where this is the first request, which is then to be
   * finished or forgotten; `idempotency-key-reused`, `request-in-progress`; `conflict` where the
   * first answer cannot be read any more
   */
  async begin(request: RepeatableRequest): Promise<Result<KeptAnswer | undefined>> {
    const { hostId, key, hash } = request;
    const now = this.#clock();
    await this.#dropOld(now);
    const begun = await this.#db
      .insertInto('idempotency_keys')
      .values({
        host_id: hostId,
        key,
        request_hash: hash,
        status: null,
        answer: null,
        created_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst();
    if (begun) return ok(undefined);
    const first = await this.#row(request).selectAll().executeTakeFirst();
    // Forgotten between the two: the asker may try again as after any answer that is not there yet.
    if (!first) return refuse('request-in-progress', { retryAfterMs: RETRY_MS });
    if (first.request_hash !== hash) return refuse('idempotency-key-reused');
    if (first.status === null || first.answer === null) {
      return refuse('request-in-progress', { retryAfterMs: RETRY_MS });
    }
    const body = this.#decrypt(first.answer);
    return body === undefined
      ? refuse('conflict', { detail: 'The first answer was sealed by a secret that is void now.' })
      : ok({ status: first.status, body });
  }

  async finish({ hostId, key }: RepeatableRequest, answer: KeptAnswer): Promise<void> {
    await this.#db
      .updateTable('idempotency_keys')
      .set({ status: answer.status, answer: this.#encrypt(answer.body) })
      .where('host_id', '=', hostId)
      .where('key', '=', key)
      .execute();
  }

  /** The request changed nothing: the next one with the key is done anew. */
  async forget({ hostId, key }: RepeatableRequest): Promise<void> {
    await this.#db
      .deleteFrom('idempotency_keys')
      .where('host_id', '=', hostId)
      .where('key', '=', key)
      .execute();
  }

  #row({ hostId, key }: RepeatableRequest) {
    return this.#db
      .selectFrom('idempotency_keys')
      .where('host_id', '=', hostId)
      .where('key', '=', key);
  }

  async #dropOld(now: number): Promise<void> {
    await this.#db
      .deleteFrom('idempotency_keys')
      .where('created_at', '<=', now - LOST_MS)
      .where((eb) => eb('created_at', '<=', now - KEPT_MS).or('status', 'is', null))
      .execute();
  }

  #encrypt(text: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#keys.current.answer, iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** `undefined` where no secret that is accepted opens it. */
  #decrypt(text: string): string | undefined {
    const bytes = Buffer.from(text, 'base64url');
    for (const keys of this.#keys.all) {
      const body = decryptBy(keys, bytes);
      if (body !== undefined) return body;
    }
    return undefined;
  }
}

/** `undefined` where another key closed it: the cipher tells by its tag. */
function decryptBy({ answer: key }: Keys, bytes: Buffer): string | undefined {
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
