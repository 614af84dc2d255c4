import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { stateOf } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { bothSee, startCall } from './call.ts';
import { type Lab, openLab } from './lab.ts';
import { whyNotInNamespace } from './namespace.ts';
import { pathInUse } from './paths.ts';
import { routerScript, STRICT } from './router.ts';

const skip = whyNotInNamespace(routerScript(STRICT));

// The engine has to hear of a dead line from the server's pings, and to mend the link after that.
const TIMEOUT_MS = 60_000;

describe('a home that changes its address in mid-call', () => {
  let lab: Lab | undefined;

  before(async () => {
    if (skip === false) lab = await openLab();
  });
  after(() => lab?.close());

  const CHANGES = [
    ['inside, by another network of the home', 'changeNetwork', false],
    ['inside, where only relays may be used', 'changeNetwork', true],
    ['outside, by the provider', 'changeOutsideAddress', false],
    ['outside, where only relays may be used', 'changeOutsideAddress', true],
  ] as const;
  for (const [name, change, relayOnly] of CHANGES) {
    it(`keeps the call and both seats: ${name}`, { skip }, async (test) => {
      assert.ok(lab);
      const pages = await startCall(test, lab, { routers: [STRICT, STRICT], relayOnly });
      await bothSee(pages);
      const seats = await Promise.all(pages.map(peopleOf));
      const { pair: before } = await pathInUse(pages[0]);

      lab.homes[0][change]();
      await until(
        'the call has moved',
        async () => {
          const { pair } = await pathInUse(pages[0]);
          return pair !== '' && pair !== before;
        },
        TIMEOUT_MS,
      );
      await bothSee(pages);
      await until(
        'both are in the call',
        async () => (await Promise.all(pages.map(stateOf))).every((state) => state === 'in-call'),
        TIMEOUT_MS,
      );
      assert.deepEqual(await Promise.all(pages.map(peopleOf)), seats);
    });
  }
});

/** The own participant id and that of the other person. */
function peopleOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const snapshot = document.querySelector('rendev-interview')?.session.snapshot;
    return [snapshot?.self, ...(snapshot?.participants ?? [])].map((person) => person?.id ?? '');
  });
}
