import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, afterEach, before, describe, it } from 'node:test';
import { LIMITS, PROTOCOL_VERSION, RoomSnapshot } from '@rendev/interview-protocol';
import { Value } from 'typebox/value';
import { newEpoch } from './client.ts';
import { ORIGIN, TestServer, unwrap } from './server.ts';

const MINUTE = 60_000;
const at = (ms: number): string => new Date(Date.now() + ms).toISOString();

describe('joining', () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start();
  });
  afterEach(() => {
    server.closeClients();
  });
  after(() => server.close());

  it('answers with the snapshot, before anything else', async () => {
    const interview = await server.interview({ title: 'Backend' });
    const client = await server.join(interview, { name: 'Jiwoo' });
    assert.equal(client.received[0]?.event, 'room:snapshot');
    const { joined } = client;
    assert.ok(Value.Check(RoomSnapshot, joined));
    assert.equal(joined.protocol, PROTOCOL_VERSION);
    assert.equal(joined.interview.title, 'Backend');
    assert.equal(joined.self.name, 'Jiwoo');
    assert.equal(joined.self.epoch, client.epoch);
    assert.equal(joined.self.presence, 'connected');
    assert.equal(joined.self.admitted, true);
    assert.deepEqual(joined.self.media, { microphone: true, camera: true, screen: false });
    assert.deepEqual(joined.participants, []);
    assert.deepEqual(joined.chat, { messages: [], more: false });
  });

  it('shows two people to each other', async () => {
    const interview = await server.interview();
    const first = await server.join(interview, { name: 'Jiwoo' });
    const second = await server.join(interview, { name: 'Minjun' });
    const { participant } = await first.event('participant:joined');
    assert.deepEqual(participant, second.joined.self);
    assert.deepEqual(second.joined.participants, [first.joined.self]);
    assert.notEqual(first.joined.resumeToken, second.joined.resumeToken);
  });

  it('seats six who come at once, and refuses the seventh as full, with the interview', async () => {
    const interview = await server.interview({ maxParticipants: 6 });
    const tickets = await Promise.all(
      Array.from({ length: 7 }, (_, n) => server.ticket(interview, { name: `Person ${n}` })),
    );
    const clients = tickets.map((ticket) => server.connect({ ticket }));
    const outcomes = await Promise.all(
      clients.map((client) =>
        client.until('an answer', () => client.all('room:snapshot')[0] ?? client.refusal),
      ),
    );
    const refusals = outcomes.filter((outcome) => 'code' in outcome);
    assert.equal(refusals.length, 1);
    assert.equal(refusals[0]?.code, 'full');
    assert.equal(refusals[0].retryable, true);
    assert.equal(refusals[0].interview?.id, interview.id);
    assert.ok(refusals[0].serverTime);
    // Whoever was not in a snapshot was announced: in the end each has heard of the five others.
    for (const client of clients.filter(({ refusal }) => refusal === undefined)) {
      await client.until('five others', () => {
        const [snapshot] = client.all('room:snapshot');
        const known = new Set(snapshot?.participants.map(({ id }) => id));
        for (const { participant } of client.all('participant:joined')) known.add(participant.id);
        return known.size === 5 ? known : undefined;
      });
    }
  });

  it('counts observers and people with a lost connection as present', async () => {
    const interview = await server.interview({ maxParticipants: 2 });
    await server.join(interview, { role: 'observer' });
    const lost = await server.join(interview);
    await lost.vanish();
    const late = server.connect({ ticket: await server.ticket(interview) });
    assert.equal((await late.refused()).code, 'full');
  });

  it('asks for a name when neither the ticket nor the person says one', async () => {
    const interview = await server.interview();
    const ticket = await server.ticket(interview, { name: null });
    assert.equal((await server.connect({ ticket }).refused()).code, 'name-required');
    const named = server.connect({ ticket, name: '  Seo-yeon ' });
    assert.equal((await named.self()).name, 'Seo-yeon');
  });

  it('lets nobody rename a person whom the ticket names', async () => {
    const interview = await server.interview();
    const client = await server.join(interview, { name: 'Jiwoo' }, { name: 'Somebody else' });
    assert.equal(client.joined.self.name, 'Jiwoo');
  });

  it('takes a name full of HTML as text', async () => {
    const interview = await server.interview();
    const name = '<img src=x onerror=alert(1)>"\'&';
    const first = await server.join(interview);
    await server.join(interview, { name: null }, { name });
    assert.equal((await first.event('participant:joined')).participant.name, name);
  });

  it('refuses a ticket that is forged, stale or for nothing', async () => {
    const interview = await server.interview();
    const good = await server.ticket(interview);
    const forged = `${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`;
    const expectations = [
      ['rubbish', 'ticket-invalid'],
      [forged, 'ticket-invalid'],
      [await server.ticket(interview, { ttlSeconds: -60 }), 'ticket-expired'],
      [await server.ticket({ id: 'no-such-interview' }), 'ticket-invalid'],
    ] as const;
    for (const [ticket, code] of expectations) {
      const refusal = await server.connect({ ticket }).refused();
      assert.deepEqual([refusal.code, refusal.retryable], [code, false]);
    }
    const stranger = server.connect({ resumeToken: 'x'.repeat(43) });
    assert.equal((await stranger.refused()).code, 'resume-invalid');
  });

  it('keeps the time window, and tells the interview with the refusal', async () => {
    const early = await server.interview({ scheduledAt: at(60 * MINUTE) });
    const refusal = await server.connect({ ticket: await server.ticket(early) }).refused();
    assert.equal(refusal.code, 'too-early');
    assert.equal(refusal.retryable, true);
    assert.equal(refusal.interview?.opensAt, early.opensAt);
    assert.ok(Math.abs(Date.parse(refusal.serverTime ?? '') - Date.now()) < MINUTE);

    const canceled = await server.interview();
    unwrap(await server.app.interviews.cancel(server.host.id, canceled.id));
    const ended = await server.interview();
    unwrap(await server.app.interviews.end(server.host.id, ended.id));
    for (const [interview, code] of [
      [canceled, 'canceled'],
      [ended, 'ended'],
    ] as const) {
      const late = await server.connect({ ticket: await server.ticket(interview) }).refused();
      assert.deepEqual([late.code, late.interview?.id], [code, interview.id]);
    }
  });

  it('refuses another version of the protocol, whatever else it sends', async () => {
    const client = server.connect({ protocol: PROTOCOL_VERSION + 1, ticket: { new: 'shape' } });
    assert.equal((await client.refused()).code, 'protocol-unsupported');
  });

  it('refuses a malformed join and goes on', async () => {
    const interview = await server.interview();
    const ticket = await server.ticket(interview);
    const malformed = [
      {},
      { ticket: 7 },
      { ticket, since: -1 },
      { ticket, epoch: 'x' },
      { ticket, media: { microphone: 'yes' } },
      { ticket, resumeToken: 'y'.repeat(43) },
      { ticket, name: 'x'.repeat(LIMITS.nameLength + 1) },
      { ticket, name: ' ' },
      { ticket, protocol: 'one' },
    ];
    for (const auth of malformed) {
      assert.equal((await server.connect(auth).refused()).code, 'bad-request');
    }
    assert.ok(await server.connect({ ticket, epoch: newEpoch() }).snapshot());
  });

  it('takes one try for each transport, also of a client that would go on', async () => {
    const url = `${server.url.replace('http', 'ws')}/v1/realtime/?EIO=4&transport=websocket`;
    const socket = new WebSocket(url);
    const received: string[] = [];
    socket.addEventListener('message', ({ data }) => {
      received.push(String(data));
      // Socket.IO's packets: 0 opens, 40 joins, 44 refuses.
      if (String(data).startsWith('0')) socket.send('40{"protocol":1,"ticket":"rubbish"}');
    });
    await once(socket, 'close');
    assert.match(received.at(-1) ?? '', /^44.*"bad-request"/);
  });

  it('opens no socket for an origin that no host allows', async () => {
    const interview = await server.interview();
    const auth = { ticket: await server.ticket(interview) };
    const foreign = server.connect(auth, { origin: 'https://evil.example' });
    await foreign.until('an error of the transport', () => foreign.refusal);
    assert.ok(foreign.refusal instanceof Error);
    assert.ok(await server.connect(auth, { origin: ORIGIN }).snapshot());
  });

  it('refuses the origin of another host than the one of the interview', async () => {
    unwrap(await server.app.hosts.add('other', ['https://other.example']));
    const interview = await server.interview();
    const auth = { ticket: await server.ticket(interview) };
    const refusal = await server.connect(auth, { origin: 'https://other.example' }).refused();
    assert.equal(refusal.code, 'origin-forbidden');
  });
});
