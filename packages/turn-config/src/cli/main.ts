import { defineCommand, runMain } from 'citty';

const main = defineCommand({
  meta: { name: 'rendev-turn', description: 'A coturn server that connects everyone, safely' },
  // Loaded when asked for: each command pulls in another part of the package.
  subCommands: {
    init: async () => (await import('./init.ts')).init,
    render: async () => (await import('./render.ts')).render,
    rotate: async () => (await import('./rotate.ts')).rotate,
    doctor: async () => (await import('./doctor.ts')).doctor,
    size: async () => (await import('./size.ts')).size,
  },
});

await runMain(main);
