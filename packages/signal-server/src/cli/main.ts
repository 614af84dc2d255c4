import { defineCommand, runMain } from 'citty';
import { backupCommand, restoreCommand } from './backup-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { hostCommand } from './host-command.ts';
import { webhookCommand } from './webhook-command.ts';

const serve = defineCommand({
  meta: { name: 'serve', description: 'Run the server; settings come from the environment' },
  run: async () => {
    await import('../main.ts');
  },
});

await runMain(
  defineCommand({
    meta: { name: 'rendev-signal', description: 'Signal server of renDev Interview' },
    subCommands: {
      serve,
      host: hostCommand,
      webhook: webhookCommand,
      backup: backupCommand,
      restore: restoreCommand,
      doctor: doctorCommand,
    },
  }),
);
