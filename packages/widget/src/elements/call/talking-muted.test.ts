import { assert } from 'chai';
import { FakeClock } from '../../engine/testing/fake-clock.ts';
import { TalkingMuted } from './talking-muted.ts';

function watched() {
  const clock = new FakeClock(0);
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  return { clock, hint: new TalkingMuted(host, clock) };
}

describe('the hint to who talks while muted', () => {
  it('is there while the person talks', () => {
    const { hint } = watched();
    hint.follow(true);
    assert.isTrue(hint.isShown);
    hint.follow(false);
    assert.isFalse(hint.isShown);
  });

  it('does not come again for half a minute, but then to who still talks', async () => {
    const { clock, hint } = watched();
    hint.follow(true);
    hint.follow(false);
    await clock.advance(10_000);
    hint.follow(true);
    assert.isFalse(hint.isShown);
    await clock.advance(20_000);
    assert.isTrue(hint.isShown);
  });

  it('does not come to who has stopped meanwhile', async () => {
    const { clock, hint } = watched();
    for (const talking of [true, false, true, false]) hint.follow(talking);
    await clock.advance(60_000);
    assert.isFalse(hint.isShown);
  });
});
