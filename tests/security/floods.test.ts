import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { newEpoch } from '../../packages/signal-server/test/realtime/client.ts';
import { TestServer } from '../../packages/signal-server/test/realtime/server.ts';
import { RawSocket } from './raw-socket.ts';

/** Six people and more than every burst. */
const FLOOD = 5_000;
const MESSAGES = 20;

const codeOf = (answer: unknown): string =>
  (answer as { error?: { code: string } }).error?.code ?? 'ok';
const typing = { typing: true };

describe('a flood', () => {
  let server: TestServer;
  let now = Date.now();
  before(async () => {
    server = await TestServer.start({ clock: () => now });
  });
  afterEach(() => {
    server.closeClients();
    now += 60_000;
  });
  after(() => server.close());

  it('of one socket ends that socket, and the others are answered all the while', async (t) => {
    const flooder = await server.join(await server.interview());
    const other = await server.join(await server.interview());
    const payload = { to: other.joined.self.id, toEpoch: newEpoch(), link: newEpoch() };
    for (let count = 0; count < FLOOD; count++) {
      flooder.socket.emit('signal:send', { ...payload, flow: 'x'.repeat(1_000) });
    }
    const waits: number[] = [];
    for (let count = 0; count < MESSAGES; count++) {
      const begin = performance.now();
      assert.ok((await other.say('in between')).ok);
      waits.push(performance.now() - begin);
    }
    await flooder.closed();
    assert.equal(other.closedBecause, undefined);
    waits.sort((a, b) => a - b);
    const [median = 0, most = 0] = [waits[MESSAGES / 2], waits.at(-1)];
    t.diagnostic(
      `answers beside the flood: median ${median.toFixed(1)} ms, most ${most.toFixed(1)} ms`,
    );
  });

  it('of one socket leaves the others of its room their share', async () => {
    const interview = await server.interview();
    const other = await server.join(interview);
    const flooder = await server.join(interview);
    const answers = await Promise.all(
      Array.from({ length: 500 }, () => flooder.sendRaw('chat:typing', typing)),
    );
    assert.ok(answers.some((answer) => codeOf(answer) === 'rate-limited'));
    assert.ok((await other.send('chat:typing', typing)).ok);
  });

  it('of one person who comes back for fresh limits is bounded by those of the room', async () => {
    const interview = await server.interview();
    const other = await server.join(interview);
    let passed = 0;
    for (let visit = 0; visit < 10; visit++) {
      const flooder = await server.join(interview, { seat: 'ticket:flooder' });
      const answers = await Promise.all(
        Array.from({ length: 60 }, () => flooder.sendRaw('chat:typing', typing)),
      );
      passed += answers.filter((answer) => codeOf(answer) === 'ok').length;
    }
    assert.equal(passed, 300, 'the burst of a whole room');
    const elsewhere = await server.join(await server.interview());
    assert.ok((await elsewhere.send('chat:typing', typing)).ok);
    now += 1_000;
    assert.ok((await other.send('chat:typing', typing)).ok, 'after a second there is more');
  });

  it('of joins is bounded for each interview, and only with a ticket that is good', async () => {
    const interview = await server.interview();
    for (let count = 0; count < 120; count++) {
      const forged = server.connect({ ticket: 'forged' });
      assert.equal((await forged.refused()).code, 'ticket-invalid');
    }
    const ticket = await server.ticket(interview, { seat: 'ticket:flooder' });
    const outcomes: string[] = [];
    for (let count = 0; count < 101; count++) {
      const client = server.connect({ ticket });
      outcomes.push(
        await client.until('an outcome', () =>
          client.refusal === undefined
            ? client.all('room:snapshot')[0] && 'joined'
            : 'code' in client.refusal
              ? client.refusal.code
              : 'failed',
        ),
      );
    }
    assert.deepEqual([outcomes.lastIndexOf('joined'), outcomes.at(-1)], [99, 'rate-limited']);
    await server.join(await server.interview());
    now += 1_000;
    await server.connect({ ticket }).snapshot();
  });
});

describe('a reader that does not read', () => {
  it('is cut before what waits for it fills the memory, though it answers pings', async (t) => {
    const server = await TestServer.start();
    t.after(() => server.close());
    const interview = await server.interview();
    const sender = await server.join(interview);
    const raw = await RawSocket.join(server.url, {
      protocol: 1,
      epoch: 'the-slow-reader',
      since: 0,
      media: { microphone: true, camera: true, screen: false },
      ticket: await server.ticket(interview),
    });
    raw.socket.pause();
    const { participant } = await sender.event('participant:joined');
    const pongs = setInterval(() => {
      raw.send('3');
    }, 200);
    t.after(() => {
      clearInterval(pongs);
      raw.destroy();
    });
    const isCut = () =>
      sender
        .all('participant:updated')
        .some(
          ({ participant: { id, presence } }) =>
            id === participant.id && presence === 'disconnected',
        );
    const sdp = `v=0\r\n${'x'.repeat(45_000)}`;
    let sent = 0;
    const deadline = Date.now() + 60_000;
    while (!isCut() && Date.now() < deadline) {
      const answer = await sender.send('signal:send', {
        to: participant.id,
        toEpoch: participant.epoch,
        link: newEpoch(),
        description: { type: 'offer', sdp, offerId: 'one' },
      });
      if (answer.ok) sent += sdp.length;
      else await delay(answer.error.retryAfterMs ?? 0);
    }
    assert.ok(isCut(), `not cut after ${sent} characters`);
    assert.ok(sent < 40_000_000);
    assert.ok((await sender.say('still here')).ok);
    t.diagnostic(`cut after ${(sent / 1_000_000).toFixed(1)} MB, kernel buffers among them`);
  });
});
