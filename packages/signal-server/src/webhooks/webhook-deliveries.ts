import type {
  DeliveryFault,
  DeliveryPage,
  DeliveryQuery,
  WebhookDelivery,
} from '@rendev/interview-protocol';
import { type Clock, toTimestamp } from '../clock.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import type { WebhookDeliveryRow, WebhookEventRow, WebhookRow } from '../storage/tables.ts';

/** Longer than an attempt may take: a claim that is older was lost with its process. */
const CLAIMED_MS = 60_000;

/** A delivery that this process, and no other, makes now. */
export interface ClaimedDelivery {
  readonly delivery: WebhookDeliveryRow;
  readonly event: Pick<WebhookEventRow, 'id' | 'payload'>;
  readonly webhook: WebhookRow;
}

/** The last attempt's outcome: an HTTP status, where there was one, and what was wrong. */
export interface AttemptFacts {
  readonly status: number | null;
  readonly fault: DeliveryFault | null;
}

/** Events on their way to endpoints, and what became of them. */
export class WebhookDeliveries {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** What is due, the longest waiting first. Many processes may ask; each is claimed by one. */
  async claim(limit: number): Promise<ClaimedDelivery[]> {
    const now = this.#clock();
    const claimed = await this.#db
      .updateTable('webhook_deliveries')
      .set((eb) => ({ attempts: eb('attempts', '+', 1), next_at: now + CLAIMED_MS }))
      .where('id', 'in', (query) =>
        query
          .selectFrom('webhook_deliveries')
          .select('id')
          .where('state', '=', 'pending')
          .where('next_at', '<=', now)
          .orderBy('next_at')
          .limit(limit),
      )
      // Again, for a store where another process may have claimed it meanwhile.
      .where('state', '=', 'pending')
      .where('next_at', '<=', now)
      .returningAll()
      .execute();
    const all = await Promise.all(claimed.map((delivery) => this.#withParts(delivery)));
    return all.filter((one) => one !== undefined);
  }

  async delivered(delivery: WebhookDeliveryRow, status: number): Promise<void> {
    await this.#settle(delivery, { state: 'delivered', status, fault: null });
  }

  /** To be tried again at `nextAt`; given up without. */
  async failed(
    delivery: WebhookDeliveryRow,
    facts: AttemptFacts,
    nextAt: number | undefined,
  ): Promise<void> {
    const change = nextAt === undefined ? { state: 'dead' as const } : { next_at: nextAt };
    await this.#settle(delivery, { ...change, ...facts });
  }

  /** The endpoint wants no more: nothing is sent to it until it is enabled again. */
  async gone(delivery: WebhookDeliveryRow): Promise<void> {
    await this.#settle(delivery, { state: 'dead', status: 410, fault: 'endpoint-disabled' });
    await this.#db
      .updateTable('webhooks')
      .set({ disabled_at: this.#clock() })
      .where('id', '=', delivery.webhook_id)
      .where('disabled_at', 'is', null)
      .execute();
    await this.#db
      .updateTable('webhook_deliveries')
      .set({ state: 'dead', fault: 'endpoint-disabled' })
      .where('webhook_id', '=', delivery.webhook_id)
      .where('state', '=', 'pending')
      .execute();
  }

  /** Newest first. @returns `bad-request` for a cursor that is not ours */
  async list(hostId: string, query: DeliveryQuery): Promise<Result<DeliveryPage>> {
    const { state, webhookId, limit = 50, cursor } = query;
    const after = cursor === undefined ? undefined : await this.#find(hostId, cursor);
    if (cursor !== undefined && !after) {
      const message = 'must be the nextCursor of an earlier answer';
      return refuse('bad-request', { errors: [{ path: '/cursor', message }] });
    }
    const rows = await this.#shown(hostId)
      .$if(state !== undefined, (found) =>
        found.where('webhook_deliveries.state', '=', state ?? 'dead'),
      )
      .$if(webhookId !== undefined, (found) => found.where('webhook_id', '=', webhookId ?? ''))
      .$if(after !== undefined, (found) =>
        found.where('webhook_deliveries.number', '<', after?.number ?? 0),
      )
      .orderBy('webhook_deliveries.number', 'desc')
      .limit(limit + 1)
      .execute();
    const items = rows.slice(0, limit).map(toDelivery);
    return ok({ items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null });
  }

  /**
   * Sends it again now, whatever became of it, and tries for another day.
   *
   * @returns `not-found`, `conflict` while the endpoint is disabled
   */
  async replay(hostId: string, id: string): Promise<Result<WebhookDelivery>> {
    const found = await this.#find(hostId, id);
    if (!found) return refuse('not-found', { detail: 'There is no delivery of this id.' });
    if (found.disabled_at !== null) {
      return refuse('conflict', { detail: 'Its webhook is disabled; enable it first.' });
    }
    const now = this.#clock();
    const change = { state: 'pending', attempts: 0, since: now, next_at: now } as const;
    await this.#db.updateTable('webhook_deliveries').set(change).where('id', '=', id).execute();
    return ok(toDelivery({ ...found, ...change }));
  }

  async #withParts(delivery: WebhookDeliveryRow): Promise<ClaimedDelivery | undefined> {
    const { event_id: eventId, webhook_id: webhookId } = delivery;
    const event = await this.#db
      .selectFrom('webhook_events')
      .select(['id', 'payload'])
      .where('id', '=', eventId)
      .executeTakeFirst();
    const webhook = await this.#db
      .selectFrom('webhooks')
      .selectAll()
      .where('id', '=', webhookId)
      .executeTakeFirst();
    return event && webhook ? { delivery, event, webhook } : undefined;
  }

  /** Means nothing for an attempt that is not the last one: it was taken for lost, or replayed. */
  async #settle(
    { id, attempts }: WebhookDeliveryRow,
    change: AttemptFacts & { state?: 'delivered' | 'dead'; next_at?: number },
  ): Promise<void> {
    await this.#db
      .updateTable('webhook_deliveries')
      .set(change)
      .where('id', '=', id)
      .where('attempts', '=', attempts)
      .where('state', '=', 'pending')
      .execute();
  }

  #find(hostId: string, id: string) {
    return this.#shown(hostId).where('webhook_deliveries.id', '=', id).executeTakeFirst();
  }

  #shown(hostId: string) {
    return this.#db
      .selectFrom('webhook_deliveries')
      .innerJoin('webhook_events', 'webhook_events.id', 'webhook_deliveries.event_id')
      .innerJoin('webhooks', 'webhooks.id', 'webhook_deliveries.webhook_id')
      .selectAll('webhook_deliveries')
      .select(['webhook_events.type', 'webhook_events.interview_id', 'webhooks.disabled_at'])
      .where('webhooks.host_id', '=', hostId);
  }
}

type ShownRow = WebhookDeliveryRow & Pick<WebhookEventRow, 'type' | 'interview_id'>;

const toDelivery = (row: ShownRow): WebhookDelivery => ({
  id: row.id,
  eventId: row.event_id,
  type: row.type,
  webhookId: row.webhook_id,
  interviewId: row.interview_id,
  state: row.state,
  attempts: row.attempts,
  status: row.status,
  fault: row.fault,
  nextAttemptAt: row.state === 'pending' ? toTimestamp(row.next_at) : null,
  createdAt: toTimestamp(row.created_at),
});
