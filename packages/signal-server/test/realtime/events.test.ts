import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type ClientEventName, LIMITS } from '@rendev/interview-protocol';
import { newMessageId } from './client.ts';
import { type Joined, TestServer } from './server.ts';

const refused = (code: string, retryable = false) => ({ ok: false, error: { code, retryable } });

describe('events', () => {
  let server: TestServer;
  /** A clock that stands still, so that no limit refills by itself. */
  let now = Date.now();
  before(async () => {
    server = await TestServer.start({ clock: () => now });
  });
  afterEach(() => {
    server.closeClients();
  });
  after(() => server.close());

  const two = async (): Promise<[Joined, Joined]> => {
    const interview = await server.interview();
    return [await server.join(interview), await server.join(interview)];
  };

  it('that are unknown are answered so', async () => {
    const [client] = await two();
    for (const event of ['chat:delete', 'toString', 'constructor', '__proto__', 'signal', '']) {
      assert.deepEqual(await client.sendRaw(event, {}), refused('unknown-event'));
    }
    assert.ok((await client.say('still here')).ok);
  });

  it('that are malformed change nothing', async () => {
    const [client, other] = await two();
    const malformed: [ClientEventName, ...unknown[]][] = [
      ['chat:send'],
      ['chat:send', null],
      ['chat:send', 'text'],
      ['chat:send', [{ id: newMessageId(), text: 'x' }]],
      ['chat:send', { id: 'not-a-uuid', text: 'x' }],
      ['chat:send', { id: newMessageId(), text: 7 }],
      ['chat:send', { id: newMessageId(), text: Buffer.from('x') }],
      ['chat:send', { id: newMessageId(), text: 'x', from: 'somebody else' }],
      ['chat:send', { id: newMessageId(), text: 'x' }, 'one too many'],
      ['chat:send', JSON.parse('{"id": "x", "text": "x", "__proto__": {"admin": true}}')],
      ['chat:since', { seq: -1 }],
      ['chat:since', { seq: 1.5 }],
      ['chat:read', { seq: '1' }],
      ['chat:typing', {}],
      ['participant:media', { microphone: true, camera: true }],
      ['participant:media', { microphone: true, camera: true, screen: 1 }],
      ['chat:delivered', { seq: -1 }],
      ['participant:hand', { raised: null }],
      ['participant:react', { reaction: 'applause' }],
      ['participant:react', { reaction: 'clap', to: 'somebody' }],
      ['participant:leave', { now: true }],
      ['participant:admit', { id: '../../etc' }],
      ['interview:extend', { minutes: 100_000 }],
      ['ice:refresh', undefined],
    ];
    for (const [event, ...args] of malformed) {
      assert.deepEqual(await client.sendRaw(event, ...args), refused('bad-request'), event);
    }
    await client.say('the only one');
    await other.event('chat:message');
    assert.deepEqual(
      other.received.map(({ event }) => event),
      ['room:snapshot', 'chat:message'],
    );
  });

  it('without an acknowledgement do the same, and harm nothing', async () => {
    const [client, other] = await two();
    client.socket.emit('chat:send', { id: newMessageId(), text: 'no ack' });
    client.socket.emit('chat:send', { id: newMessageId(), text: 'x'.repeat(2_001) });
    client.socket.emit('nonsense');
    client.socket.emit('signal:send', 'rubbish');
    const { message } = await other.event('chat:message');
    assert.equal(message.text, 'no ack');
    assert.ok((await client.say('still here')).ok);
  });

  it('larger than a packet may be end that connection alone', async () => {
    const [client, other] = await two();
    client.socket.emit('chat:send', { id: newMessageId(), text: 'x'.repeat(LIMITS.packetBytes) });
    await client.closed();
    await other.event('participant:updated', (u) => u.participant.presence === 'disconnected');
    assert.ok((await other.say('still here')).ok);
  });

  it('of broken framing end that connection alone', async () => {
    const [client, other] = await two();
    client.socket.io.engine.write('2{not json');
    await client.closed();
    assert.ok((await other.say('still here')).ok);
  });

  it('that fail inside are answered as internal, and the next one works', async (t) => {
    const [client] = await two();
    const { interviews } = server.app;
    t.mock.method(interviews, 'end', () => Promise.reject(new Error('no such table')), {
      times: 1,
    });
    const interview = await server.interview();
    const interviewer = await server.join(interview, { role: 'interviewer' });
    assert.deepEqual(await interviewer.send('interview:end', {}), refused('internal', true));
    assert.deepEqual(await interviewer.send('interview:end', {}), { ok: true });
    assert.ok((await client.say('still here')).ok);
  });

  it('are limited by class, and told when to come again', async () => {
    const [client, other] = await two();
    const classes: [ClientEventName, number, () => unknown][] = [
      ['chat:send', 20, () => ({ id: newMessageId(), text: 'x' })],
      ['chat:typing', 60, () => ({ typing: true })],
      ['participant:react', 10, () => ({ reaction: 'clap' })],
      ['signal:send', 300, () => ({ to: other.joined.self.id, toEpoch: 'another-one' })],
    ];
    for (const [event, burst, payload] of classes) {
      const answers = (await Promise.all(
        Array.from({ length: burst + 2 }, () => client.sendRaw(event, payload())),
      )) as { ok: boolean; error?: { code: string; retryAfterMs?: number; retryable: boolean } }[];
      const limited = answers.filter(({ error }) => error?.code === 'rate-limited');
      assert.equal(limited.length, 2, event);
      assert.ok((limited[0]?.error?.retryAfterMs ?? 0) > 0);
      assert.equal(limited[0]?.error?.retryable, true);
    }
    // The other person has limits of their own; unknown events count as well.
    assert.ok((await other.say('not limited')).ok);
    assert.equal(
      ((await client.sendRaw('nonsense')) as { error: { code: string } }).error.code,
      'rate-limited',
    );
    now += 1_000;
    assert.ok((await client.say('after a while')).ok);
  });

  it('say what a person sends, and whether the hand is up, to the others', async () => {
    const [client, other] = await two();
    const media = { microphone: false, camera: true, screen: true };
    assert.deepEqual(await client.send('participant:media', media), { ok: true });
    assert.deepEqual(await client.send('participant:hand', { raised: true }), { ok: true });
    const { participant } = await other.event('participant:updated', (u) => u.participant.hand);
    const hand = { hand: true, handRaisedAt: new Date(now).toISOString() };
    assert.deepEqual(participant, { ...client.joined.self, media, ...hand });
    assert.deepEqual(client.all('participant:updated'), []);
  });

  it('keep the place of a hand in the order until it goes down', async () => {
    const [client, other] = await two();
    const raisedAt = new Date(now).toISOString();
    const hands = () => other.all('participant:updated').map((u) => u.participant.handRaisedAt);
    await client.send('participant:hand', { raised: true });
    now += 1_000;
    await client.send('participant:hand', { raised: true });
    const late = await server.join(client.joined.interview);
    const shown = late.joined.participants.find(({ id }) => id === client.joined.self.id);
    assert.deepEqual([shown?.hand, shown?.handRaisedAt], [true, raisedAt]);
    await client.send('participant:hand', { raised: false });
    await client.send('participant:hand', { raised: true });
    await other.until('all', () => (hands().length === 3 ? true : undefined));
    assert.deepEqual(hands(), [raisedAt, null, new Date(now).toISOString()]);
  });

  it('show a reaction to the others in the room, and to nobody who comes later', async () => {
    const [client, other] = await two();
    assert.deepEqual(await client.send('participant:react', { reaction: 'clap' }), { ok: true });
    const from = client.joined.self.id;
    assert.deepEqual(await other.event('participant:reaction'), { from, reaction: 'clap' });
    const late = await server.join(client.joined.interview);
    await client.send('participant:react', { reaction: 'heart' });
    await late.event('participant:reaction', ({ reaction }) => reaction === 'heart');
    assert.deepEqual(late.all('participant:reaction'), [{ from, reaction: 'heart' }]);
    assert.deepEqual(client.all('participant:reaction'), []);
    assert.ok(!JSON.stringify(late.joined).includes('clap'));
  });
});

describe('ICE servers', () => {
  it('come with the snapshot and anew on request, under a pseudonym', async () => {
    const turn = {
      urls: ['turn:turn.example:3478'],
      secret: 's3cret-of-the-turn-server-0123456789',
      secretId: 'first',
      ttlSeconds: 7_200,
    };
    const server = await TestServer.start({ config: { turn } });
    try {
      const client = await server.join(await server.interview(), { name: 'Jiwoo' });
      const [relay] = client.joined.iceServers;
      assert.deepEqual(relay?.urls, turn.urls);
      const [expiry = '', pseudonym = ''] = relay.username?.split(':') ?? [];
      const hours = (Number(expiry) * 1_000 - Date.now()) / 3_600_000;
      assert.ok(hours > 1 && hours <= 2);
      assert.ok(pseudonym.length > 20);
      assert.ok(!relay.username?.includes(client.joined.self.id));
      const fresh = await client.send('ice:refresh', {});
      assert.ok(fresh.ok);
      assert.equal(fresh.iceServers[0]?.username?.split(':')[1], pseudonym);
      const strangers = [{ ticket: 'forged' }, { resumeToken: 'forged-forged-forged-forged' }];
      for (const auth of strangers) {
        const stranger = server.connect(auth);
        assert.ok(!JSON.stringify(await stranger.refused()).includes('credential'));
        assert.deepEqual(stranger.all('room:snapshot'), []);
      }
      const waiting = await server.join(await server.interview({ admission: 'knock' }));
      assert.deepEqual(await waiting.send('ice:refresh', {}), {
        ok: false,
        error: { code: 'not-admitted', retryable: true },
      });
    } finally {
      await server.close();
    }
  });

  it('are none where there is no TURN server: nobody else hears of our people', async () => {
    const server = await TestServer.start();
    try {
      const client = await server.join(await server.interview());
      assert.deepEqual(client.joined.iceServers, []);
    } finally {
      await server.close();
    }
  });
});
