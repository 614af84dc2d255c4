import { defineCommand, runMain } from 'citty';

const serve = defineCommand({
  meta: { name: 'serve', description: 'Run the server; settings come from the environment' },
  run: async () => {
    await import('../serve/main.ts');
  },
});

// Each is loaded when it is asked for.
await runMain(
  defineCommand({
    meta: { name: 'rendev-signal', description: 'Signal server of renDev Interview' },
    subCommands: {
      serve,
      host: async () => (await import('./host-command.ts')).hostCommand,
      webhook: async () => (await import('./webhook-command.ts')).webhookCommand,
      backup: async () => (await import('./backup-command.ts')).backupCommand,
      restore: async () => (await import('./backup-command.ts')).restoreCommand,
      doctor: async () => (await import('./doctor-command.ts')).doctorCommand,
    },
  }),
);
