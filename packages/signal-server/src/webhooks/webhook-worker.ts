import { Webhook } from 'standardwebhooks';
import type { Clock } from '../clock.ts';
import type { postWebhook, PostOptions } from './post-webhook.ts';
import { nextAttemptAt } from './retry-schedule.ts';
import type { ClaimedDelivery, WebhookDeliveries } from './webhook-deliveries.ts';
import type { WebhookSecrets } from './webhook-secrets.ts';

const EVERY_MS = 500;
/** Deliveries at the same time. */
const AT_ONCE_MAX = 20;

export interface WebhookWorkerServices {
  readonly deliveries: WebhookDeliveries;
  readonly secrets: WebhookSecrets;
  readonly post: typeof postWebhook;
  readonly postOptions: PostOptions;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly onFault: (error: unknown) => void;
}

/** Makes the deliveries that are due; each process may have one. */
export class WebhookWorker {
  readonly #use: WebhookWorkerServices;
  readonly #running = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #isLooking = false;

  constructor(services: WebhookWorkerServices) {
    this.#use = services;
  }

  /** Looks every half second until the stop. Does not keep the process alive. */
  start(): void {
    this.#timer = setInterval(() => {
      if (this.#isLooking) return;
      this.#isLooking = true;
      this.#looking = this.look()
        .catch(this.#use.onFault)
        .finally(() => {
          this.#isLooking = false;
        });
    }, EVERY_MS);
    this.#timer.unref();
  }

  /** Begins what is due and can be begun. */
  async look(): Promise<void> {
    const free = AT_ONCE_MAX - this.#running.size;
    if (free <= 0) return;
    for (const claimed of await this.#use.deliveries.claim(free)) {
      const running = this.#deliver(claimed)
        .catch(this.#use.onFault)
        .finally(() => this.#running.delete(running));
      this.#running.add(running);
    }
  }

  /** Resolves when everything that was begun is settled. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    await this.settled();
  }

  async #deliver({ delivery, event, webhook }: ClaimedDelivery): Promise<void> {
    const { deliveries, secrets, post, postOptions, clock, random } = this.#use;
    if (webhook.disabled_at !== null) {
      const facts = { status: null, fault: 'endpoint-disabled' } as const;
      await deliveries.failed(delivery, facts, undefined);
      return;
    }
    const sentAt = clock();
    const signatures = secrets
      .signing(webhook, sentAt)
      .map((secret) => new Webhook(secret).sign(event.id, new Date(sentAt), event.payload));
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'rendev-signal',
      'webhook-id': event.id,
      'webhook-timestamp': String(Math.floor(sentAt / 1_000)),
      'webhook-signature': signatures.join(' '),
    };
    const message = { headers, body: event.payload };
    const outcome = await post(new URL(webhook.url), message, postOptions);
    if (outcome.ok) {
      await deliveries.delivered(delivery, outcome.status);
    } else if (outcome.status === 410) {
      await deliveries.gone(delivery);
    } else {
      const { attempts, since } = delivery;
      const nextAt = nextAttemptAt(attempts, { since, now: clock(), random: random() });
      const { fault, status = null } = outcome;
      await deliveries.failed(delivery, { fault, status }, nextAt);
    }
  }
}
