import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits for a condition, asking every 100 ms.
 *
 * @throws after `timeoutMs`, naming what did not happen
 */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  timeoutMs = 20_000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not happen in ${timeoutMs} ms that ${what}`);
    await delay(100);
  }
}
