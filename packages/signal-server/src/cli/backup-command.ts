import { defineCommand } from 'citty';
import { systemClock } from '../clock.ts';
import { backUp, restore } from '../storage/backup.ts';
import { database, databaseOf, fail } from './arguments.ts';

const file = { type: 'positional', required: true, description: 'The copy' } as const;

export const backupCommand = defineCommand({
  meta: { name: 'backup', description: 'Copy the store to a new file, while the server runs' },
  args: { file, database },
  run: async ({ args }) => {
    const store = databaseOf(args.database);
    const copied = await backUp(store, args.file);
    if (copied.ok) console.log(`Copied ${store} to ${args.file}`);
    else fail(copied.error);
  },
});

export const restoreCommand = defineCommand({
  meta: {
    name: 'restore',
    description: 'Put a copy in the place of the store; stop the server first',
  },
  args: { file, database },
  run: async ({ args }) => {
    const store = databaseOf(args.database);
    const restored = await restore(args.file, store, systemClock());
    if (!restored.ok) {
      fail(restored.error);
      return;
    }
    console.log(`Restored ${store} from ${args.file}`);
    if (restored.value !== undefined) console.log(`What was there is ${restored.value}`);
  },
});
