import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { decodesFrames } from '../e2e/media.ts';
import { joinCall, sees } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { FaultLab, type Person } from './fault-lab.ts';
import { type Relay, startRelay } from './relay.ts';

describe('a relayed call that lives through the failures of its paths', () => {
  let relay: Relay;
  let lab: FaultLab;
  let people: readonly Person[];

  before(async () => {
    relay = await startRelay();
    lab = await FaultLab.start({
      RENDEV_TURN_URLS: relay.urls.join(),
      RENDEV_TURN_SECRET: relay.secret,
    });
    // The second path is for later: nobody knows of it when the call begins.
    Object.assign(relay.paths[1], { passing: false, refusing: true });
    const { participants } = await lab.server.book({
      scheduledAt: new Date().toISOString(),
      relayOnly: true,
      participants: [
        { role: 'interviewer', name: '인터뷰어' },
        { role: 'candidate', name: '지원자' },
      ],
    });
    people = await Promise.all(participants.map(({ code }) => lab.visitor(code)));
    for (const { page, link } of people) await joinCall(page, link);
    await onBoth(decodesFrames);
    await onBoth((page) => shows(page, 'good'));
  });
  after(async () => {
    await lab.close();
    await relay.close();
  });

  const onBoth = <T>(look: (page: Page) => Promise<T>): Promise<T[]> =>
    Promise.all(people.map(({ page }) => look(page)));

  /** The same people on the same pages, who see each other, and are told so. */
  async function staysWhole(breakAndMend: () => Promise<void>): Promise<void> {
    const earlier = await onBoth(identityOf);
    await breakAndMend();
    await onBoth(decodesFrames);
    await onBoth((page) => shows(page, 'good'));
    assert.deepEqual(await onBoth(identityOf), earlier);
    assert.deepEqual(
      people.flatMap(({ errors }) => errors),
      [],
    );
  }

  it('moves to another path when its own has died', async () => {
    const [first, second] = relay.paths;
    await staysWhole(async () => {
      first.passing = false;
      await onBoth(tellsOfTheBreak);
      second.passing = true;
    });
    first.passing = true;
  });

  for (const seconds of [3, 8, 20]) {
    it(`survives ${seconds} s in which nothing gets through`, async () => {
      await staysWhole(async () => {
        const over = delay(seconds * 1_000);
        for (const path of relay.paths) path.passing = false;
        await Promise.all([onBoth(tellsOfTheBreak), over]);
        for (const path of relay.paths) path.passing = true;
      });
    });
  }
});

/** In the snapshot, and in words on the screen. */
async function tellsOfTheBreak(page: Page): Promise<void> {
  await shows(page, 'reconnecting');
  await sees(page, '다시 연결');
}

function shows(page: Page, level: string): Promise<void> {
  return until(`the connection is ${level}`, () =>
    page.evaluate((wanted) => {
      const { participants } = document.querySelector('rendev-interview')?.session.snapshot ?? {};
      return participants?.length === 1 && participants[0]?.quality.level === wanted;
    }, level),
  );
}

/** What would change with a reload or a new seat. */
function identityOf(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const snapshot = document.querySelector('rendev-interview')?.session.snapshot;
    return {
      loadedAt: performance.timeOrigin,
      self: [snapshot?.self?.id, snapshot?.self?.epoch],
      others: snapshot?.participants.map(({ id, epoch }) => [id, epoch]),
    };
  });
}
