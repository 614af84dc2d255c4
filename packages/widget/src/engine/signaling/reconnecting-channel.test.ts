import { assert } from 'chai';
import type { JoinRequest } from '@rendev/interview-protocol';
import { RendevError, type RendevErrorCode } from '../rendev-error.ts';
import { deferred } from '../testing/deferred.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { ReconnectingChannel } from './reconnecting-channel.ts';
import type { ConnectionSink, ServerEvent } from './signaling-channel.ts';

const snapshot = { name: 'room:snapshot', payload: {} } as ServerEvent;
const join: JoinRequest = {
  protocol: 1,
  epoch: 'epoch-1234',
  since: 0,
  media: { microphone: false, camera: false, screen: false },
  ticket: 'ticket',
};

describe('ReconnectingChannel', () => {
  let clock: FakeClock;
  let sinks: ConnectionSink[];
  let closes: number;
  let news: string[];
  let told: string[];
  let channel: ReconnectingChannel;
  let answer: () => Promise<never>;

  beforeEach(() => {
    answer = () => Promise.resolve({} as never);
    clock = new FakeClock(0);
    sinks = [];
    closes = 0;
    news = [];
    told = [];
    channel = new ReconnectingChannel(
      (_join, sink) => {
        sinks.push(sink);
        return {
          request: () => answer(),
          tell: (event) => told.push(event),
          close: () => (closes += 1),
        };
      },
      {
        join: () => Promise.resolve(join),
        receive: ({ name }) => news.push(name),
        lost: () => news.push('lost'),
        refused: ({ code }) => news.push(`refused ${code}`),
      },
      clock,
    );
    channel.open();
  });

  afterEach(() => {
    channel.close();
  });

  const last = (): ConnectionSink => {
    const sink = sinks.at(-1);
    if (!sink) throw new Error('There was no attempt');
    return sink;
  };
  const close = (code: RendevErrorCode, retryAfterMs = 0) => {
    last().closed(new RendevError(code, { retryAfterMs }));
  };

  it('is live from the snapshot on', async () => {
    const early = await channel.request('participant:leave', {}).catch((error: unknown) => error);
    assert.include(early, { code: 'server-unreachable' });
    last().receive(snapshot);
    assert.isTrue(channel.live);
    await channel.request('participant:leave', {});
    assert.deepEqual(news, ['room:snapshot']);
  });

  it('tells nothing without a connection', () => {
    channel.tell('participant:leave', {});
    last().receive(snapshot);
    channel.tell('participant:leave', {});
    close('server-unreachable');
    channel.tell('participant:leave', {});
    assert.lengthOf(told, 1);
  });

  it('does not repeat a first join that fails', async () => {
    close('server-unreachable');
    await clock.advance(60_000);
    assert.deepEqual(news, ['refused server-unreachable']);
    assert.lengthOf(sinks, 1);
  });

  it('gives up a first join that gets no answer', async () => {
    await clock.advance(15_000);
    assert.deepEqual(news, ['refused timeout']);
    assert.equal(closes, 1);
  });

  it('comes back at once, then each 2 s for a minute, and then more seldom', async () => {
    last().receive(snapshot);
    await clock.advance(60_000);
    const waits: number[] = [];
    const begin = clock.now();
    const closeUntil = async (ms: number) => {
      while (clock.now() - begin < ms) {
        close('server-unreachable');
        waits.push(clock.nextIn ?? -1);
        await clock.advance(clock.nextIn ?? 0);
      }
    };
    await closeUntil(55_000);
    waits.forEach((wait, index) => {
      const delay = [0, 300, 1_000][index] ?? 2_000;
      assert.closeTo(wait, delay, delay * 0.15);
    });
    await closeUntil(400_000);
    assert.isAtLeast(Math.min(...waits.slice(-5)), 7_000);
    assert.isAtMost(Math.max(...waits), 10_000);
    last().receive(snapshot);
    assert.deepEqual(news, ['room:snapshot', 'lost', 'room:snapshot']);
  });

  it('does not hurry when it is let in and dropped again and again', async () => {
    last().receive(snapshot);
    await clock.advance(60_000);
    for (let count = 0; count < 4; count += 1) {
      close('server-unreachable');
      await clock.advance(clock.nextIn ?? 0);
      last().receive(snapshot);
    }
    close('server-unreachable');
    assert.isAbove(clock.nextIn ?? 0, 1_500);
  });

  it('waits as long as a rate limit says', async () => {
    last().receive(snapshot);
    await clock.advance(60_000);
    close('rate-limited', 9_000);
    assert.equal(clock.nextIn, 9_000);
  });

  it('tries at once when the browser is online again', async () => {
    last().receive(snapshot);
    close('server-unreachable');
    await clock.advance(clock.nextIn ?? 0);
    close('server-unreachable');
    assert.lengthOf(sinks, 2);
    window.dispatchEvent(new Event('online'));
    assert.lengthOf(sinks, 3);
    assert.isNotNull(clock.nextIn);
  });

  it('tries at once when the page is looked at after a wait', async () => {
    last().receive(snapshot);
    close('server-unreachable');
    await clock.advance(clock.nextIn ?? 0);
    document.dispatchEvent(new Event('visibilitychange'));
    assert.lengthOf(sinks, 2, 'an attempt is under way');
    close('server-unreachable');
    document.dispatchEvent(new Event('visibilitychange'));
    assert.lengthOf(sinks, 3);
  });

  it('gives up an attempt to come back that hangs, and tries again', async () => {
    last().receive(snapshot);
    close('server-unreachable');
    await clock.advance(clock.nextIn ?? 0);
    assert.lengthOf(sinks, 2);
    await clock.advance(6_000);
    assert.lengthOf(sinks, 3);
  });

  describe('when it is probed', () => {
    const probe = () =>
      channel.probe('ice:refresh', {}, 2_500).catch((error: unknown) => error as RendevError);

    it('stays when there is an answer, be it a refusal', async () => {
      last().receive(snapshot);
      await probe();
      answer = () => Promise.reject(new RendevError('not-admitted'));
      assert.include(await probe(), { code: 'not-admitted' });
      assert.isTrue(channel.live);
    });

    it('is given up for a new one when there is none', async () => {
      last().receive(snapshot);
      answer = () => Promise.reject(new RendevError('timeout', { retryable: true }));
      assert.include(await probe(), { code: 'timeout' });
      assert.deepEqual(news, ['room:snapshot', 'lost']);
      await clock.advance(clock.nextIn ?? 0);
      assert.lengthOf(sinks, 2);
    });

    it('does not blame a connection that was made meanwhile', async () => {
      last().receive(snapshot);
      const late = deferred<never>();
      answer = () => late.promise.then(() => Promise.reject(new RendevError('timeout')));
      const probed = probe();
      close('server-unreachable');
      await clock.advance(clock.nextIn ?? 0);
      last().receive(snapshot);
      late.resolve(undefined as never);
      await probed;
      assert.isTrue(channel.live);
      assert.lengthOf(sinks, 2);
    });
  });

  it('comes back from a loss that is made on purpose', async () => {
    last().receive(snapshot);
    channel.breakOff('server-unreachable');
    assert.deepEqual(news, ['room:snapshot', 'lost']);
    assert.equal(closes, 1);
    await clock.advance(clock.nextIn ?? 0);
    assert.lengthOf(sinks, 2);
  });

  it('leaves a server that is closing by itself and comes back', async () => {
    last().receive(snapshot);
    await clock.advance(60_000);
    const payload = { code: 'unavailable', retryable: true } as const;
    last().receive({ name: 'session:closed', payload });
    await clock.advance(0);
    assert.lengthOf(sinks, 2);
    assert.deepEqual(news, ['room:snapshot', 'lost']);
  });

  it('stops at a refusal that no repeating mends', async () => {
    last().receive(snapshot);
    close('server-unreachable');
    await clock.advance(0);
    close('resume-invalid');
    await clock.advance(60_000);
    assert.lengthOf(sinks, 2);
    assert.deepEqual(news, ['room:snapshot', 'lost', 'refused resume-invalid']);
  });

  it('hears nothing more of a connection that was given up', async () => {
    last().receive(snapshot);
    const [first] = sinks;
    close('server-unreachable');
    await clock.advance(0);
    first?.receive(snapshot);
    first?.closed(new RendevError('server-unreachable'));
    assert.lengthOf(sinks, 2);
    channel.close();
    last().receive(snapshot);
    last().closed(new RendevError('server-unreachable'));
    await clock.advance(60_000);
    assert.lengthOf(sinks, 2);
    assert.deepEqual(news, ['room:snapshot', 'lost']);
  });
});
