import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits for a condition, asking every 100 ms.
 *
 * @param timeoutMs ends what hangs: a busy machine is no failure
 * @throws after it, naming what did not happen
 */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  timeoutMs = 90_000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not happen in ${timeoutMs} ms that ${what}`);
    await delay(100);
  }
}
