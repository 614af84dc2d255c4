import { defineCommand } from 'citty';
import { systemClock } from '../clock.ts';
import { backUp, restore } from '../storage/backup.ts';
import { database, fail } from './arguments.ts';

const file = { type: 'positional', required: true, description: 'The copy' } as const;

export const backupCommand = defineCommand({
  meta: { name: 'backup', description: 'Copy the store to a new file, while the server runs' },
  args: { file, database },
  run: async ({ args }) => {
    const copied = await backUp(args.database, args.file);
    if (copied.ok) console.log(`Copied ${args.database} to ${args.file}`);
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
    const restored = await restore(args.file, args.database, systemClock());
    if (!restored.ok) {
      fail(restored.error);
      return;
    }
    console.log(`Restored ${args.database} from ${args.file}`);
    if (restored.value !== undefined) console.log(`What was there is ${restored.value}`);
  },
});
