import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems choose themselves. */
const FIRST = 20_000;
const COUNT = 300;
const SLOTS = 40;

let slot: Promise<number> | undefined;

/** A range that no other test process has: two coturns would share a UDP port without a word. */
export async function relayPorts(): Promise<{ relayMin: number; relayMax: number }> {
  slot ??= takeSlot();
  const relayMin = FIRST + (await slot) * COUNT;
  return { relayMin, relayMax: relayMin + COUNT - 1 };
}

/** Who listens on the first TCP port of a range has it, until the process ends. */
async function takeSlot(): Promise<number> {
  for (let candidate = 0; candidate < SLOTS; candidate += 1) {
    const server = createServer().unref();
    try {
      server.listen(FIRST + candidate * COUNT, '127.0.0.1');
      await once(server, 'listening');
      return candidate;
    } catch {
      // Taken.
    }
  }
  throw new Error(`All of ${SLOTS} ranges of relay ports are taken`);
}
