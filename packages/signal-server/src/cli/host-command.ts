import { defineCommand } from 'citty';
import { systemClock } from '../clock.ts';
import { HostsService, type HostWithKey } from '../hosts/hosts-service.ts';
import type { Result } from '../result.ts';
import { openDatabase } from '../storage/database.ts';
import { database, fail, repeated } from './arguments.ts';

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
    database,
  },
  run: ({ args, rawArgs }) =>
    withHosts(args.database, async (hosts) => {
      const window = args.window === 'off' ? 'off' : 'on';
      printKey(await hosts.add(args.name, repeated(rawArgs, 'origin'), window));
    }),
});

const list = defineCommand({
  meta: { name: 'list', description: 'List the hosts' },
  args: { database },
  run: ({ args }) =>
    withHosts(args.database, async (hosts) => {
      for (const host of await hosts.list()) {
        const origins = host.origins.join(' ') || 'no origin';
        console.log(`${host.name}  ${origins}  window ${host.window}`);
      }
    }),
});

const rotate = defineCommand({
  meta: { name: 'rotate', description: 'Print a new API key; older ones stop working' },
  args: { name, database },
  run: ({ args }) =>
    withHosts(args.database, async (hosts) => {
      printKey(await hosts.rotate(args.name));
    }),
});

const remove = defineCommand({
  meta: { name: 'remove', description: 'Remove a host with its interviews and messages' },
  args: { name, database },
  run: ({ args }) =>
    withHosts(args.database, async (hosts) => {
      const removed = await hosts.remove(args.name);
      if (removed.ok) console.log(`Removed ${removed.value.name}`);
      else fail(removed.error);
    }),
});

/** Works on the database file itself, whether the server runs or not. */
export const hostCommand = defineCommand({
  meta: { name: 'host', description: 'Manage the sites that embed the widget' },
  subCommands: { add, list, rotate, remove },
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
