import type { MemoryUsage } from '../server-process.ts';

// Loaded before each server that is measured (`node --import`): tells what it keeps in memory, after a
// full collection, when its parent asks. Ends with its parent.

process.on('message', () => {
  if (globalThis.gc === undefined) throw new Error('Start it with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, rss, external } = process.memoryUsage();
  process.send?.({ heapUsed, rss, external } satisfies MemoryUsage);
});
process.on('disconnect', () => process.exit());
// What is measured is the server's own life: this channel neither prolongs nor shortens it.
process.channel?.unref();
