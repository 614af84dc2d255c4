import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';

/** What is counted of webhooks, read from the store when asked for. */
export function registerWebhookMetrics(registry: Registry, db: Database, clock: Clock): void {
  new Gauge({
    name: 'rendev_webhook_lag_seconds',
    help: 'For how long the oldest delivery has been on its way; 0 while there is none',
    registers: [registry],
    async collect() {
      const { oldest } = await db
        .selectFrom('webhook_deliveries')
        .select((eb) => eb.fn.min('since').as('oldest'))
        .where('state', '=', 'pending')
        .executeTakeFirstOrThrow();
      // Of no rows the minimum is null, whatever its type says.
      const since = oldest as number | null;
      this.set(since === null ? 0 : Math.max(0, clock() - since) / 1_000);
    },
  });
  new Gauge({
    name: 'rendev_webhook_deliveries',
    help: 'Deliveries on their way (pending) and given up (dead), until they are erased',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const counted = await db
        .selectFrom('webhook_deliveries')
        .select((eb) => ['state', eb.fn.countAll<number>().as('deliveries')])
        .where('state', '!=', 'delivered')
        .groupBy('state')
        .execute();
      for (const state of ['pending', 'dead'] as const) {
        this.set({ state }, counted.find((one) => one.state === state)?.deliveries ?? 0);
      }
    },
  });
}
