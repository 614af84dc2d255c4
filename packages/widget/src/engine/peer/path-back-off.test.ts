import { assert } from 'chai';
import { Seconds } from '../testing/samples.ts';
import { PathBackOff } from './path-back-off.ts';

describe('PathBackOff', () => {
  let backOff: PathBackOff;
  let seconds: Seconds;

  beforeEach(() => {
    backOff = new PathBackOff();
    seconds = new Seconds((sample) => {
      backOff.add(sample);
    });
  });

  const isPaused = () => backOff.pausedBy !== null;
  const isSent = () => backOff.pausedBy === null;

  it('takes nothing back on a good line, nor for a single bad second', () => {
    seconds.pass(60);
    seconds.pass(1, { outgoingLoss: 30 });
    seconds.pass(60);
    assert.equal(backOff.lowered, 0);
    assert.isTrue(isSent());
  });

  it('does not mind the loss of the other direction', () => {
    seconds.pass(60, { incomingLoss: 40 });
    assert.equal(backOff.lowered, 0);
  });

  it('lowers the bitrate step by step under loss, and pauses the camera at last', () => {
    const steps: (number | string)[] = [];
    for (let second = 0; second < 40; second += 1) {
      seconds.pass(1, { outgoingLoss: 20 });
      const step = backOff.pausedBy ?? backOff.lowered;
      if (steps.at(-1) !== step) steps.push(step);
    }
    assert.deepEqual(steps, [0, 1, 2, 'packet-loss']);
    assert.equal(backOff.lowered, 2, 'a shared screen goes on with little');
  });

  it('keeps a small picture under loss that can be borne', () => {
    seconds.pass(300, { outgoingLoss: 12 });
    assert.equal(backOff.lowered, 2);
    assert.isTrue(isSent());
    seconds.pass(60);
    assert.equal(backOff.lowered, 0);
  });

  it('stays as it is between bad and calm', () => {
    seconds.until(() => backOff.lowered === 1, { outgoingLoss: 20 });
    seconds.pass(120, { outgoingLoss: 8 });
    assert.equal(backOff.lowered, 1);
  });

  it('brings the camera back small after ten seconds of calm, and then in steps', () => {
    seconds.until(isPaused, { outgoingLoss: 30 });
    const waited = seconds.until(isSent, { camera: false, availableKbps: 50 });
    assert.isAtLeast(waited, 10);
    assert.equal(backOff.lowered, 2);
    seconds.pass(60);
    assert.equal(backOff.lowered, 0);
  });

  it('does not try while the voice alone still loses much', () => {
    seconds.until(isPaused, { outgoingLoss: 30 });
    seconds.pass(300, { outgoingLoss: 20, camera: false });
    assert.isTrue(isPaused());
  });

  it('waits longer each time that it tried in vain', () => {
    const waits = [1, 2, 3, 4].map(() => {
      seconds.until(isPaused, { outgoingLoss: 30 });
      return seconds.until(isSent, { outgoingLoss: 0, camera: false });
    });
    const [first = 0, second = 0, third = 0, fourth = 0] = waits;
    assert.isAtLeast(second - first, 9);
    assert.isAtLeast(third - second, 19);
    assert.equal(fourth, third);
  });

  it('forgets earlier pauses after a good time', () => {
    const waitFor = () => {
      seconds.until(isPaused, { outgoingLoss: 30 });
      return seconds.until(isSent, { camera: false });
    };
    const first = waitFor();
    assert.isAbove(waitFor(), first);
    seconds.pass(120);
    assert.equal(waitFor(), first);
  });

  it('pauses the camera on a line that carries little more than a voice', () => {
    assert.isAtLeast(seconds.until(isPaused, { availableKbps: 60 }), 6);
    assert.equal(backOff.pausedBy, 'bandwidth');
    seconds.until(isSent, { availableKbps: 60, camera: false });
    assert.isTrue(isSent(), 'an estimate does not rise while little is sent');
    seconds.pass(3, { availableKbps: 70 });
    seconds.pass(30, { availableKbps: 250 });
    assert.equal(backOff.lowered, 0);
  });

  it('does not take a small estimate for a weak line while no camera is sent', () => {
    seconds.pass(60, { availableKbps: 60, camera: false });
    assert.equal(backOff.lowered, 0);
    assert.isTrue(isSent());
  });

  it('takes nothing back for an outage, nor for what is told of it afterwards', () => {
    seconds.pass(10);
    seconds.pass(8, { cut: true, availableKbps: 20 });
    seconds.pass(5, { outgoingLoss: 80, availableKbps: 40 });
    seconds.pass(4, { availableKbps: 70 });
    seconds.pass(30);
    assert.equal(backOff.lowered, 0);
    seconds.until(isPaused, { outgoingLoss: 30 });
    assert.isTrue(isPaused(), 'what is lost later counts');
  });

  it('takes silence about losses for calm', () => {
    seconds.until(isPaused, { outgoingLoss: 30 });
    seconds.until(isSent, { outgoingLoss: null, camera: false });
    assert.isTrue(isSent());
  });
});
