import { defineCommand } from 'citty';
import { systemClock } from '../clock.ts';
import { HostsService, type HostWithKey } from '../hosts/hosts-service.ts';
import type { Result } from '../result.ts';
import { openDatabase } from '../storage/database.ts';
import { database, databaseOf, fail, repeated } from './arguments.ts';

const name = { type: 'positional', required: true, description: 'Name of the host' } as const;

const add = defineCommand({
  meta: { name: 'add', description: 'Add a host and print its API key' },
  args: {
    name,
    origin: {
      type: 'string',
      description: 'Origin of a page that embeds the widget, or *; may be repeated',
    },
    window: {
      type: 'enum',
      options: ['on', 'off'],
      default: 'on',
      description: 'off lifts the time limit of its interviews',
    },
    'retention-days': {
      type: 'string',
      default: '30',
      description: 'Days after its end at which messages and names of an interview are erased',
    },
    database,
  },
  run: ({ args, rawArgs }) =>
    withHosts(databaseOf(args.database), async (hosts) => {
      const window = args.window === 'off' ? 'off' : 'on';
      const days = Number(args['retention-days']);
      printKey(await hosts.add(args.name, repeated(rawArgs, 'origin'), window, days));
    }),
});

const list = defineCommand({
  meta: { name: 'list', description: 'List the hosts' },
  args: { database },
  run: ({ args }) =>
    withHosts(databaseOf(args.database), async (hosts) => {
      for (const host of await hosts.list()) {
        const origins = host.origins.join(' ') || 'no origin';
        console.log(
          `${host.name}  ${origins}  window ${host.window}  retention ${host.retentionDays} days`,
        );
      }
    }),
});

const rotate = defineCommand({
  meta: { name: 'rotate', description: 'Print a new API key; older ones stop working' },
  args: { name, database },
  run: ({ args }) =>
    withHosts(databaseOf(args.database), async (hosts) => {
      printKey(await hosts.rotate(args.name));
    }),
});

const retention = defineCommand({
  meta: { name: 'retention', description: 'Set how long messages and names are kept' },
  args: {
    name,
    days: { type: 'positional', required: true, description: 'Days after the end, 0 to 3650' },
    database,
  },
  run: ({ args }) =>
    withHosts(databaseOf(args.database), async (hosts) => {
      const set = await hosts.setRetention(args.name, Number(args.days));
      if (set.ok) console.log(`${set.value.name}  retention ${set.value.retentionDays} days`);
      else fail(set.error);
    }),
});

const remove = defineCommand({
  meta: { name: 'remove', description: 'Remove a host with its interviews and messages' },
  args: { name, database },
  run: ({ args }) =>
    withHosts(databaseOf(args.database), async (hosts) => {
      const removed = await hosts.remove(args.name);
      if (removed.ok) console.log(`Removed ${removed.value.name}`);
      else fail(removed.error);
    }),
});

/** Works on the database file itself, whether the server runs or not. */
export const hostCommand = defineCommand({
  meta: { name: 'host', description: 'Manage the sites that embed the widget' },
  subCommands: { add, list, retention, rotate, remove },
});

async function withHosts(file: string, work: (hosts: HostsService) => Promise<void>) {
  const db = await openDatabase(file);
  try {
    await work(new HostsService(db, systemClock));
  } finally {
    await db.destroy();
  }
}

function printKey(result: Result<HostWithKey>): void {
  if (!result.ok) {
    fail(result.error);
    return;
  }
  console.log(result.value.apiKey);
  console.error(`API key of ${result.value.host.name}. It is shown this once: keep it now.`);
}
