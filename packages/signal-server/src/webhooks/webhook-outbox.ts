import type { WebhookEvent, WebhookEventName } from '@rendev/interview-protocol';
import { type Clock, toTimestamp } from '../clock.ts';
import { newId } from '../ids.ts';
import type { Database } from '../storage/database.ts';
import type { WebhookRow } from '../storage/tables.ts';

/** What an event is about. */
export interface EventSubject {
  readonly hostId: string;
  readonly interviewId: string | null;
}

/** The events on their way: stored with the fact that they tell, or not at all. */
export class WebhookOutbox {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * To be called in the transaction of the fact. Stores nothing where nobody wants to hear of it.
   *
   * @param data called where somebody does
   */
  async record<E extends WebhookEventName>(
    trx: Database,
    { hostId, interviewId }: EventSubject,
    type: E,
    data: () => WebhookEvent<E>['data'] | Promise<WebhookEvent<E>['data']>,
  ): Promise<void> {
    const webhooks = await trx
      .selectFrom('webhooks')
      .selectAll()
      .where('host_id', '=', hostId)
      .where('disabled_at', 'is', null)
      .execute();
    const wanting = webhooks.filter((webhook) => wants(webhook, type));
    if (wanting.length > 0)
      await this.send(trx, { hostId, interviewId }, type, await data(), wanting);
  }

  /** To these endpoints, whatever events they want. @returns the event's id */
  async send<E extends WebhookEventName>(
    trx: Database,
    { hostId, interviewId }: EventSubject,
    type: E,
    data: WebhookEvent<E>['data'],
    webhooks: readonly Pick<WebhookRow, 'id'>[],
  ): Promise<string> {
    const now = this.#clock();
    const eventId = newId();
    const payload = JSON.stringify({ type, timestamp: toTimestamp(now), data });
    await trx
      .insertInto('webhook_events')
      .values({
        id: eventId,
        host_id: hostId,
        interview_id: interviewId,
        type,
        payload,
        created_at: now,
      })
      .execute();
    for (const { id } of webhooks) {
      await trx
        .insertInto('webhook_deliveries')
        .values({
          id: newId(),
          event_id: eventId,
          webhook_id: id,
          state: 'pending',
          attempts: 0,
          since: now,
          next_at: now,
          status: null,
          fault: null,
          created_at: now,
        })
        .execute();
    }
    return eventId;
  }
}

const wants = ({ events }: WebhookRow, type: WebhookEventName): boolean =>
  events === null || (JSON.parse(events) as string[]).includes(type);
