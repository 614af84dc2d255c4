import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import type { Relay } from '../../tests/faults/relay.ts';
import type { Arena, Contender } from '../support/contenders.ts';
import { openCall, picturesBack } from './call.ts';

/** Pictures that were on their way or in the buffer still come for so long after a cut. */
const IN_FLIGHT_MS = 300;

/** A relayed call whose media paths are cut. */
export interface MediaLab {
  readonly arena: Arena;
  readonly browser: Browser;
  readonly relay: Relay;
}

/**
 * The network changes: the way to the relay that was there is gone, another has come, of which nobody
 * knew before.
 *
 * @returns ms from the change until both see pictures again
 */
export async function pathChange(lab: MediaLab, contender: Contender): Promise<number> {
  const [before, after] = lab.relay.paths;
  before.passing = true;
  Object.assign(after, { passing: false, refusing: true });
  const call = await openCall(lab.arena, lab.browser, contender);
  try {
    const at = Date.now();
    before.passing = false;
    after.passing = true;
    return (await picturesBack(call, at + IN_FLIGHT_MS)) - at;
  } finally {
    await call.close();
  }
}

/** @returns ms from the end of the blackhole until both see pictures again */
export async function blackhole(
  lab: MediaLab,
  contender: Contender,
  lengthMs: number,
): Promise<number> {
  const pass = (passing: boolean): void => {
    for (const path of lab.relay.paths) path.passing = passing;
  };
  pass(true);
  const call = await openCall(lab.arena, lab.browser, contender);
  try {
    pass(false);
    await delay(lengthMs);
    const end = Date.now();
    pass(true);
    return (await picturesBack(call, end)) - end;
  } finally {
    await call.close();
  }
}
