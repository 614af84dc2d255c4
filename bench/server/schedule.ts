import { setTimeout as delay } from 'node:timers/promises';

export interface Load {
  /** Of all senders together. */
  readonly perSecond: number;
  readonly seconds: number;
}

/**
 * Sends on a schedule that does not wait for the server (open loop).
 *
 * @param send called with the number of the message and the moment when it was due (`performance.now`):
 *   what cannot leave in time is late by the fault of whoever is measured
 * @returns how many were sent
 */
export async function onSchedule(
  { perSecond, seconds }: Load,
  send: (number: number, dueAt: number) => void,
): Promise<number> {
  const total = Math.round(perSecond * seconds);
  const start = performance.now();
  for (let sent = 0; sent < total;) {
    const elapsed = (performance.now() - start) / 1_000;
    const dueNow = Math.min(total, Math.floor(elapsed * perSecond));
    // The first is due when the first interval is over.
    for (; sent < dueNow; sent += 1) send(sent, start + ((sent + 1) / perSecond) * 1_000);
    await delay(1);
  }
  return total;
}

/** How long what is on its way may take after the last was sent, in ms. */
const LATE_MS = 10_000;

/** Resolves when `arrived` says so many, or when nothing more can be expected. */
export async function allArrived(total: number, arrived: () => number): Promise<void> {
  for (let waited = 0; arrived() < total && waited < LATE_MS; waited += 10) await delay(10);
}
