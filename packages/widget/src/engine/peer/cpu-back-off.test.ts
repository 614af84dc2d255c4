import { assert } from 'chai';
import { Seconds } from '../testing/samples.ts';
import { CpuBackOff } from './cpu-back-off.ts';

describe('CpuBackOff', () => {
  let backOff: CpuBackOff;
  let seconds: Seconds;

  beforeEach(() => {
    backOff = new CpuBackOff();
    seconds = new Seconds((sample) => {
      backOff.add(sample);
    });
  });

  const limited = { limitedBy: 'cpu' } as const;

  it('makes the picture smaller after five seconds, and no smaller than twice', () => {
    seconds.pass(5, limited);
    assert.equal(backOff.smaller, 0);
    seconds.pass(1, limited);
    assert.equal(backOff.smaller, 1);
    seconds.pass(60, limited);
    assert.equal(backOff.smaller, 2);
  });

  it('does not mind a busy moment, nor a lack of bandwidth', () => {
    for (let round = 0; round < 10; round += 1) {
      seconds.pass(4, limited);
      seconds.pass(1);
    }
    seconds.pass(60, { limitedBy: 'bandwidth' });
    assert.equal(backOff.smaller, 0);
  });

  it('makes it larger again after half a minute without', () => {
    seconds.pass(6, limited);
    seconds.pass(30);
    assert.equal(backOff.smaller, 1);
    seconds.pass(1);
    assert.equal(backOff.smaller, 0);
  });

  it('waits longer when it was limited again soon after', () => {
    const waits = [1, 2, 3, 4].map(() => {
      seconds.until(() => backOff.smaller === 1, limited);
      return seconds.until(() => backOff.smaller === 0);
    });
    assert.deepEqual(waits, [31, 61, 121, 121]);
    seconds.pass(60);
    seconds.until(() => backOff.smaller === 1, limited);
    assert.equal(
      seconds.until(() => backOff.smaller === 0),
      31,
    );
  });
});
