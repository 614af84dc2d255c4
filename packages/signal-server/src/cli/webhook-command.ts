import { DeliveryState, WebhookCreate, WebhookEventName } from '@rendev/interview-protocol';
import { defineCommand } from 'citty';
import { Value } from 'typebox/value';
import { systemClock } from '../clock.ts';
import { loadConfig } from '../config.ts';
import { HostsService } from '../hosts/hosts-service.ts';
import { KeyRing } from '../keys.ts';
import type { Result } from '../result.ts';
import { openDatabase } from '../storage/database.ts';
import { WebhookDeliveries } from '../webhooks/webhook-deliveries.ts';
import { WebhookOutbox } from '../webhooks/webhook-outbox.ts';
import { WebhookSecrets } from '../webhooks/webhook-secrets.ts';
import { WebhooksService } from '../webhooks/webhooks-service.ts';
import { database, databaseOf, fail, repeated } from './arguments.ts';

const host = { type: 'positional', required: true, description: 'Name of the host' } as const;
const id = { type: 'positional', required: true, description: 'Id of the webhook' } as const;

const add = defineCommand({
  meta: {
    name: 'add',
    description: 'Send the events of a host to a URL; prints the signing secret',
  },
  args: {
    host,
    url: { type: 'positional', required: true, description: 'https URL' },
    event: { type: 'string', description: 'Only this event; may be repeated' },
    database,
  },
  run: ({ args, rawArgs }) =>
    withWebhooks(args, async ({ hostId, webhooks }) => {
      const events = repeated(rawArgs, 'event');
      const asked = { url: args.url, ...(events.length > 0 && { events }) };
      if (!Value.Check(WebhookCreate, asked)) {
        const names = WebhookEventName.enum.join(', ');
        fail({ code: 'bad-request', detail: `The events are: ${names}` });
        return;
      }
      const added = await webhooks.add(hostId, asked);
      if (!added.ok) {
        fail(added.error);
        return;
      }
      console.log(added.value.secret);
      console.error(`Webhook ${added.value.id}. Its signing secret is shown this once.`);
    }),
});

const list = defineCommand({
  meta: { name: 'list', description: 'List the webhooks of a host' },
  args: { host, database },
  run: ({ args }) =>
    withWebhooks(args, async ({ hostId, webhooks }) => {
      for (const webhook of await webhooks.list(hostId)) {
        const state = webhook.disabledAt === null ? '' : `  disabled ${webhook.disabledAt}`;
        console.log(`${webhook.id}  ${webhook.url}  ${webhook.events?.join(' ') ?? 'all'}${state}`);
      }
    }),
});

const remove = defineCommand({
  meta: { name: 'remove', description: 'Remove a webhook with what is on its way to it' },
  args: { host, id, database },
  run: ({ args }) =>
    withWebhooks(args, async ({ hostId, webhooks }) => {
      print(await webhooks.remove(hostId, args.id), ({ url }) => `Removed ${url}`);
    }),
});

const rotate = defineCommand({
  meta: { name: 'rotate', description: 'Print a new secret; the one before signs too for 24 h' },
  args: { host, id, database },
  run: ({ args }) =>
    withWebhooks(args, async ({ hostId, webhooks }) => {
      print(await webhooks.rotate(hostId, args.id), ({ secret }) => secret);
    }),
});

const enable = defineCommand({
  meta: { name: 'enable', description: 'Send again to a webhook that answered 410' },
  args: { host, id, database },
  run: ({ args }) =>
    withWebhooks(args, async ({ hostId, webhooks }) => {
      print(await webhooks.enable(hostId, args.id), ({ url }) => `Enabled ${url}`);
    }),
});

const test = defineCommand({
  meta: { name: 'test', description: 'Have the running server send the event webhook.test' },
  args: { host, id, database },
  run: ({ args }) =>
    withWebhooks(args, async ({ hostId, webhooks }) => {
      print(await webhooks.test(hostId, args.id), (eventId) => eventId);
    }),
});

const deliveries = defineCommand({
  meta: { name: 'deliveries', description: 'List the last 100 deliveries, newest first' },
  args: {
    host,
    state: {
      type: 'enum',
      options: DeliveryState.anyOf.map((state) => state.const),
      description: 'Only these',
    },
    database,
  },
  run: ({ args }) =>
    withWebhooks(args, async ({ hostId, deliveries: log }) => {
      const { state } = args;
      const query = { limit: 100, ...(Value.Check(DeliveryState, state) && { state }) };
      print(await log.list(hostId, query), ({ items }) =>
        items
          .map((item) =>
            [
              item.id,
              item.createdAt,
              item.type,
              item.state,
              `${item.attempts} attempts`,
              item.status ?? item.fault ?? '',
            ].join('  '),
          )
          .join('\n'),
      );
    }),
});

const replay = defineCommand({
  meta: { name: 'replay', description: 'Have the running server deliver again' },
  args: {
    host,
    id: { type: 'positional', required: true, description: 'Id of the delivery' },
    database,
  },
  run: ({ args }) =>
    withWebhooks(args, async ({ hostId, deliveries: log }) => {
      print(await log.replay(hostId, args.id), ({ type }) => `Replaying ${type}`);
    }),
});

/** Works on the database file itself; the server that runs on it delivers. */
export const webhookCommand = defineCommand({
  meta: { name: 'webhook', description: "Manage where a host's events go; needs RENDEV_SECRET" },
  subCommands: { add, list, remove, rotate, enable, test, deliveries, replay },
});

interface Webhooks {
  readonly hostId: string;
  readonly webhooks: WebhooksService;
  readonly deliveries: WebhookDeliveries;
}

async function withWebhooks(
  args: { readonly database?: string | undefined; readonly host: string },
  work: (use: Webhooks) => Promise<void>,
): Promise<void> {
  const loaded = loadConfig(process.env);
  // In development, too, where the server makes up a secret that is not known here.
  const findings = loaded.ok ? loaded.warnings : loaded.findings;
  if (!loaded.ok || findings.length > 0) {
    for (const { variable, message } of findings) console.error(`${variable} ${message}`);
    process.exitCode = 1;
    return;
  }
  const { secret, previousSecrets = [], production } = loaded.value;
  const db = await openDatabase(databaseOf(args.database));
  try {
    const found = (await new HostsService(db, systemClock).list()).find(
      ({ name }) => name === args.host,
    );
    if (!found) {
      fail({ code: 'not-found', detail: 'There is no host of this name.' });
      return;
    }
    const webhooks = new WebhooksService({
      db,
      clock: systemClock,
      secrets: new WebhookSecrets(new KeyRing([secret, ...previousSecrets])),
      outbox: new WebhookOutbox(systemClock),
      allowPrivate: !production,
    });
    await work({ hostId: found.id, webhooks, deliveries: new WebhookDeliveries(db, systemClock) });
  } finally {
    await db.destroy();
  }
}

function print<T>(result: Result<T>, text: (value: T) => string): void {
  if (result.ok) console.log(text(result.value));
  else fail(result.error);
}
