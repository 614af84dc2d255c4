import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { reaches } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { FaultLab, type Person } from './fault-lab.ts';
import { storedTexts, type, viewOf } from './page-view.ts';

const KILLS = 200;
/** At which of them the server is killed too, and at which a page is reloaded. */
const SERVER_KILL = 70;
const RELOAD = 140;

describe('a chat whose transport is killed again and again', () => {
  let lab: FaultLab;
  let people: readonly [Person, Person];

  before(async () => {
    lab = await FaultLab.start();
    people = await lab.call();
  });
  after(() => lab.close());

  it('loses nothing, doubles nothing and keeps the order', async (test) => {
    const typed: [string[], string[]] = [[], []];
    const typeNext = async (index: 0 | 1) => {
      const { page } = people[index];
      if (!['in-call', 'reconnecting'].includes((await viewOf(page)).state)) return;
      const text = `${index}-${typed[index].length}`;
      typed[index].push(text);
      await type(page, [text]);
      // Else the page would wait longer and longer between its attempts, and be cut less often.
      await page.evaluate(() => dispatchEvent(new Event('online')));
    };
    let kills = 0;
    let cut = 0;
    while (kills < KILLS) {
      // Uneven, so that it hits handshakes, messages and acknowledgements alike.
      await delay(20 + ((kills * 37) % 130));
      await Promise.all([typeNext(0), typeNext(1)]);
      const now = people.reduce((sum, { line }) => sum + line.drop(), 0);
      if (now === 0) continue;
      kills += 1;
      cut += now;
      if (kills === SERVER_KILL) {
        await lab.server.kill();
        await lab.server.start();
      } else if (kills === RELOAD) {
        await people[1].page.reload();
      }
    }
    test.diagnostic(`${kills} kills cut ${cut} connections`);
    test.diagnostic(`${typed[0].length} and ${typed[1].length} messages were typed`);

    const count = typed[0].length + typed[1].length;
    for (const { page } of people) {
      await reaches(page, 'in-call');
      await until('all messages are there', async () => {
        return (await storedTexts(page)).length >= count;
      });
      assertWhole(await storedTexts(page), typed);
    }
    const [first, second] = await Promise.all(people.map(({ page }) => storedTexts(page)));
    assert.deepEqual(first, second, 'both see the same order');
  });
});

/** Everything once, and each person's in the order of typing. */
function assertWhole(stored: readonly string[], typed: readonly [string[], string[]]): void {
  for (const index of [0, 1] as const) {
    const theirs = stored.filter((text) => text.startsWith(`${index}-`));
    assert.deepEqual(theirs, typed[index]);
  }
}
