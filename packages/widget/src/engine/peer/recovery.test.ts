import { assert } from 'chai';
import { FakeClock } from '../testing/fake-clock.ts';
import { Recovery } from './recovery.ts';

/** What a recovery looks at, set by hand. */
class FakeConnection extends EventTarget {
  connectionState: RTCPeerConnectionState = 'connected';
  iceConnectionState: RTCIceConnectionState = 'connected';
  signalingState: RTCSignalingState = 'stable';
  remoteDescription: object | null = {};

  ice(state: RTCIceConnectionState): void {
    this.iceConnectionState = state;
    this.dispatchEvent(new Event('iceconnectionstatechange'));
  }

  signaling(state: RTCSignalingState): void {
    this.signalingState = state;
    this.dispatchEvent(new Event('signalingstatechange'));
  }

  connection(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }
}

describe('Recovery', () => {
  let clock: FakeClock;
  let pc: FakeConnection;
  let ended: AbortController;
  /** What was done, with the time in ms since the trouble began. */
  let done: (readonly [string, number])[];
  let reachable: boolean;
  let recovery: Recovery;

  beforeEach(() => {
    make(false);
  });

  afterEach(() => {
    ended.abort();
  });

  function make(polite: boolean): void {
    clock = new FakeClock(0);
    pc = new FakeConnection();
    ended = new AbortController();
    done = [];
    reachable = true;
    const note = (what: string) => () => {
      done.push([what, clock.now()]);
    };
    recovery = new Recovery(
      pc as unknown as RTCPeerConnection,
      {
        polite: () => polite,
        reachable: () => reachable,
        restart: note('restart'),
        renew: note('renew'),
        mended: note('mended'),
        notSending: note('not sending'),
      },
      ended.signal,
      clock,
    );
  }

  const count = (what: string) => done.filter(([each]) => each === what).length;
  const times = (what: string) => done.filter(([each]) => each === what).map(([, at]) => at);

  /** Lets time pass as a link does that hears from its sampler while nothing arrives. */
  async function stall(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 300) {
      recovery.supplyIs('stalled');
      await clock.advance(300);
    }
  }

  it('restarts at once when nothing arrives, and again and again, ever more seldom', async () => {
    await stall(300);
    assert.deepEqual(done, [['restart', 0]]);
    pc.ice('disconnected');
    await stall(20_000);
    const starts = times('restart');
    const waits = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
    [1_500, 2_000, 2_500, 3_000, 4_000, 5_000].forEach((wait, index) => {
      assert.closeTo(waits[index] ?? 0, wait, wait * 0.15);
    });
  });

  it('leaves the first move to the impolite side, and counts its offer as a restart', async () => {
    make(true);
    recovery.supplyIs('stalled');
    await clock.advance(500);
    assert.isEmpty(done);
    pc.signaling('have-remote-offer');
    pc.signaling('stable');
    await stall(1_200);
    assert.isEmpty(done);
    await stall(1_500);
    assert.equal(count('restart'), 1, 'the other side does not try again');
  });

  it('acts by itself where only the polite side hears nothing', async () => {
    make(true);
    await stall(900);
    assert.equal(count('restart'), 1);
  });

  it('stops when bytes come again, and says so once', async () => {
    await stall(3_000);
    const restarts = count('restart');
    recovery.supplyIs('returning');
    recovery.supplyIs('flowing');
    await clock.advance(60_000);
    assert.equal(count('restart'), restarts);
    assert.equal(count('mended'), 1);
  });

  it('does not believe ICE while bytes arrive', async () => {
    recovery.supplyIs('flowing');
    pc.ice('disconnected');
    await clock.advance(10_000);
    assert.isEmpty(done);
  });

  it('believes ICE where no bytes are expected', async () => {
    pc.ice('disconnected');
    await clock.advance(900);
    assert.isEmpty(done);
    await clock.advance(200);
    assert.deepEqual(done, [['restart', 1_000]]);
    pc.ice('connected');
    await clock.advance(60_000);
    assert.deepEqual(
      done.map(([what]) => what),
      ['restart', 'mended'],
    );
  });

  it('does nothing while the peer cannot be reached, and begins when it can', async () => {
    reachable = false;
    await stall(20_000);
    assert.equal(count('restart'), 0);
    reachable = true;
    recovery.resync();
    await clock.advance(0);
    assert.equal(count('restart'), 1);
  });

  it('repeats an offer that was lost, on either side', () => {
    make(true);
    pc.signaling('have-local-offer');
    recovery.resync();
    assert.equal(count('restart'), 1);
  });

  it('repeats an offer without an answer by itself', async () => {
    pc.signaling('have-local-offer');
    await clock.advance(7_900);
    assert.isEmpty(done);
    await clock.advance(200);
    assert.equal(count('restart'), 1);
  });

  it('leaves a sound link alone when signaling comes back', async () => {
    recovery.resync();
    recovery.supplyIs('flowing');
    await clock.advance(60_000);
    assert.isEmpty(done);
  });

  it('restarts a sound link on another network, as soon as the peer can hear of it', () => {
    recovery.restart();
    assert.equal(count('restart'), 1);
    reachable = false;
    recovery.restart();
    assert.equal(count('restart'), 1);
    reachable = true;
    recovery.resync();
    assert.equal(count('restart'), 2);
  });

  it('asks for another connection when some 30 s of restarts have not helped', async () => {
    pc.ice('disconnected');
    await stall(60_000);
    const [renewed = 0] = times('renew');
    assert.isAtLeast(renewed, 20_000);
    assert.isAtMost(renewed, 40_000);
    assert.equal(times('restart').filter((at) => at < renewed).length, 8);
  });

  it('asks for another connection when ICE fails after a restart too', async () => {
    pc.ice('failed');
    await clock.advance(0);
    assert.equal(count('restart'), 1);
    pc.ice('checking');
    pc.ice('failed');
    await clock.advance(2_000);
    assert.equal(count('restart'), 1);
    assert.equal(count('renew'), 1);
  });

  it('asks for another connection at once when the encryption fails', async () => {
    pc.connection('failed');
    await clock.advance(0);
    assert.deepEqual(done, [['renew', 0]]);
  });

  it('gives up waiting for bytes when ICE finds the path good', async () => {
    await stall(14_000);
    assert.isAtLeast(count('not sending'), 1);
  });

  it('does nothing after the end', async () => {
    recovery.supplyIs('stalled');
    ended.abort();
    await clock.advance(60_000);
    assert.isEmpty(done);
  });
});
