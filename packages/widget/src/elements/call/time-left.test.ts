import { assert } from 'chai';
import { FakeClock } from '../../engine/testing/fake-clock.ts';
import { TimeLeft } from './time-left.ts';

const MINUTE_MS = 60_000;
const START = Date.parse('2030-05-14T05:00:00Z');

function watched(minutes: number, clockOffset = 0) {
  const clock = new FakeClock(START - clockOffset);
  const host = {
    renders: 0,
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => {
      host.renders += 1;
    },
    updateComplete: Promise.resolve(true),
  };
  const timeLeft = new TimeLeft(host, clock);
  const follow = (left: number) => {
    timeLeft.follow(START + left * MINUTE_MS, clockOffset);
  };
  follow(minutes);
  return { clock, host, timeLeft, follow };
}

describe('the time left', () => {
  it('is told at 10, 5 and 1 minutes, for a minute and at last to the end', async () => {
    const { clock, timeLeft, host } = watched(11);
    const told: (string | null)[] = [];
    const note = () => {
      const { milestone } = timeLeft;
      told.push(milestone && `${milestone.minutes}: ${milestone.left}`);
    };
    note();
    for (const seconds of [61, 61, 240, 61, 180, 50, 10]) {
      await clock.advance(seconds * 1000);
      note();
    }
    assert.deepEqual(told, [null, '10: 10', null, '5: 5', null, '1: 1', '1: 1', null]);
    assert.isAtMost(host.renders, 8, 'it does not render each second');
  });

  it('is told to who comes late, as it is', async () => {
    const { clock, timeLeft } = watched(7.4);
    assert.deepEqual(timeLeft.milestone, { minutes: 10, left: 8 });
    await clock.advance(61_000);
    assert.isNull(timeLeft.milestone);
  });

  it('goes by the clock of the server', () => {
    assert.deepEqual(watched(5, 3_600_000).timeLeft.milestone, { minutes: 5, left: 5 });
  });

  it('comes back when there is more', async () => {
    const { clock, timeLeft, follow } = watched(1);
    assert.deepEqual(timeLeft.milestone, { minutes: 1, left: 1 });
    follow(11);
    assert.equal(timeLeft.milestone, null);
    await clock.advance(61_000);
    assert.deepEqual(timeLeft.milestone, { minutes: 10, left: 10 });
  });

  it('is nothing without an end', () => {
    const { timeLeft } = watched(5);
    timeLeft.follow(null, 0);
    assert.isNull(timeLeft.milestone);
  });
});
