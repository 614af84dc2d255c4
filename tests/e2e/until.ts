import { setTimeout as delay } from 'node:timers/promises';

/**
 * How long one answer may take, in ms, before it is asked for anew: Firefox (140) never answers
 * `getStats` of a connection that closes meanwhile.
 */
const ANSWER_MS = 20_000;

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
  while (!(await answered(holds))) {
    if (Date.now() > end) throw new Error(`It did not happen in ${timeoutMs} ms that ${what}`);
    await delay(100);
  }
}

async function answered(holds: () => Promise<boolean> | boolean): Promise<boolean> {
  const given = new AbortController();
  try {
    return await Promise.race([holds(), delay(ANSWER_MS, false, { signal: given.signal })]);
  } finally {
    given.abort();
  }
}
