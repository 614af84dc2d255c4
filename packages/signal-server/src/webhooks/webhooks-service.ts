import type { Webhook, WebhookCreate, WebhookWithSecret } from '@rendev/interview-protocol';
import { type Clock, toTimestamp } from '../clock.ts';
import { newId } from '../ids.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import type { WebhookRow } from '../storage/tables.ts';
import { transact } from '../storage/transact.ts';
import { parseTarget } from './target-url.ts';
import type { WebhookOutbox } from './webhook-outbox.ts';
import type { WebhookSecrets } from './webhook-secrets.ts';

const PER_HOST_MAX = 10;
/** How long a replaced secret signs beside the new one. */
const ROTATION_MS = 24 * 3_600_000;

export interface WebhooksServices {
  readonly db: Database;
  readonly clock: Clock;
  readonly secrets: WebhookSecrets;
  readonly outbox: WebhookOutbox;
  /** In development: targets that are not of the public Internet, too. */
  readonly allowPrivate: boolean;
}

/** Where the events of a host go. All but `add` and `list` refuse with `not-found`. */
export class WebhooksService {
  readonly #use: WebhooksServices;

  constructor(services: WebhooksServices) {
    this.#use = services;
  }

  /** @returns `target-invalid`; `conflict` where the host has ten */
  async add(hostId: string, { url, events }: WebhookCreate): Promise<Result<WebhookWithSecret>> {
    const { db, clock, allowPrivate } = this.#use;
    const target = parseTarget(url, allowPrivate);
    if (!target.ok) return target;
    return transact(db, async (trx) => {
      const row = await trx
        .insertInto('webhooks')
        .values({
          id: newId(),
          host_id: hostId,
          url: target.value.href,
          events: events === undefined ? null : JSON.stringify(events),
          secret_number: 1,
          previous_until: null,
          disabled_at: null,
          created_at: clock(),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return (await this.#of(hostId, trx)).length > PER_HOST_MAX
        ? refuse('conflict', { detail: `A host has ${PER_HOST_MAX} webhooks at most.` })
        : ok(this.#withSecret(row));
    });
  }

  async list(hostId: string): Promise<Webhook[]> {
    return (await this.#of(hostId, this.#use.db)).map(toWebhook);
  }

  /** With what is on its way to it. */
  async remove(hostId: string, id: string): Promise<Result<Webhook>> {
    const row = await this.#use.db
      .deleteFrom('webhooks')
      .where('id', '=', id)
      .where('host_id', '=', hostId)
      .returningAll()
      .executeTakeFirst();
    return row ? ok(toWebhook(row)) : unknownWebhook();
  }

  /** A new secret; for 24 h the one before signs too. */
  async rotate(hostId: string, id: string): Promise<Result<WebhookWithSecret>> {
    const row = await this.#use.db
      .updateTable('webhooks')
      .set((eb) => ({
        secret_number: eb('secret_number', '+', 1),
        previous_until: this.#use.clock() + ROTATION_MS,
      }))
      .where('id', '=', id)
      .where('host_id', '=', hostId)
      .returningAll()
      .executeTakeFirst();
    return row ? ok(this.#withSecret(row)) : unknownWebhook();
  }

  /** Sends to it again after it answered 410. */
  async enable(hostId: string, id: string): Promise<Result<Webhook>> {
    const row = await this.#use.db
      .updateTable('webhooks')
      .set({ disabled_at: null })
      .where('id', '=', id)
      .where('host_id', '=', hostId)
      .returningAll()
      .executeTakeFirst();
    return row ? ok(toWebhook(row)) : unknownWebhook();
  }

  /** Puts a `webhook.test` on its way. @returns the event's id; `conflict` while it is disabled */
  async test(hostId: string, id: string): Promise<Result<string>> {
    const { db, outbox } = this.#use;
    return transact(db, async (trx) => {
      const row = (await this.#of(hostId, trx)).find((webhook) => webhook.id === id);
      if (!row) return unknownWebhook();
      if (row.disabled_at !== null) return refuse('conflict', { detail: 'It is disabled.' });
      return ok(await outbox.send(trx, { hostId, interviewId: null }, 'webhook.test', {}, [row]));
    });
  }

  #of(hostId: string, db: Database): Promise<WebhookRow[]> {
    return db
      .selectFrom('webhooks')
      .selectAll()
      .where('host_id', '=', hostId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
  }

  #withSecret(row: WebhookRow): WebhookWithSecret {
    return { ...toWebhook(row), secret: this.#use.secrets.current(row) };
  }
}

const unknownWebhook = () => refuse('not-found', { detail: 'There is no webhook of this id.' });

const timestampOrNull = (ms: number | null): string | null =>
  ms === null ? null : toTimestamp(ms);

function toWebhook(row: WebhookRow): Webhook {
  return {
    id: row.id,
    url: row.url,
    events: row.events === null ? null : (JSON.parse(row.events) as Webhook['events']),
    createdAt: toTimestamp(row.created_at),
    disabledAt: timestampOrNull(row.disabled_at),
    previousSecretUntil: timestampOrNull(row.previous_until),
  };
}
