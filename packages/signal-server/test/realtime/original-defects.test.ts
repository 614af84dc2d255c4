import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type SignalSend } from '@rendev/interview-protocol';
import { newMessageId } from './client.ts';
import { type Joined, TestServer } from './server.ts';

// Each was a fault of the product that this one replaces.
describe('defects of the original, on the side of the server', () => {
  let server: TestServer;
  before(async () => {
    const turn = {
      urls: ['turn:turn.example'],
      secret: 'turn-secret-0123456789-0123456789-abc',
      secretId: 'first',
      ttlSeconds: 7_200,
    };
    server = await TestServer.start({ config: { turn } });
  });
  afterEach(() => {
    server.closeClients();
  });
  after(() => server.close());

  const offer = (target: Joined, offerId: string): SignalSend => ({
    to: target.joined.self.id,
    toEpoch: target.epoch,
    link: 'link-of-two',
    description: { type: 'offer', sdp: 'v=0\r\n', offerId },
  });

  it('any socket could join any room: no room without a ticket of that very room', async () => {
    const mine = await server.interview();
    const theirs = await server.interview();
    assert.equal((await server.connect({}).refused()).code, 'bad-request');
    const client = await server.join(mine);
    assert.equal(client.joined.interview.id, mine.id);
    await server.join(theirs);
    await client.say('in mine');
    assert.deepEqual(client.all('participant:joined'), []);
    const answer = await client.sendRaw('join_room', theirs.id);
    assert.deepEqual(answer, { ok: false, error: { code: 'unknown-event', retryable: false } });
  });

  it('any socket could signal any room: signals stay within the room', async () => {
    const client = await server.join(await server.interview());
    const stranger = await server.join(await server.interview());
    const answer = await client.send('signal:send', offer(stranger, 'o'));
    assert.deepEqual(answer, {
      ok: false,
      error: { code: 'participant-unknown', retryable: false },
    });
    await stranger.say('a word later');
    assert.deepEqual(stranger.all('signal'), []);
  });

  it('the time window was switched off: a ticket alone opens no room before its time', async () => {
    const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
    const interview = await server.interview({ scheduledAt });
    const ticket = await server.ticket(interview);
    assert.equal((await server.connect({ ticket }).refused()).code, 'too-early');
  });

  it('a third person broke the call: each pair of three negotiates by itself', async () => {
    const interview = await server.interview();
    const people = [
      await server.join(interview),
      await server.join(interview),
      await server.join(interview),
    ];
    const pairs = people.flatMap((from) =>
      people.filter((to) => to !== from).map((to) => ({ from, to })),
    );
    for (const { from, to } of pairs) {
      const name = `${from.joined.self.id} to ${to.joined.self.id}`;
      assert.deepEqual(await from.send('signal:send', offer(to, name.slice(0, 60))), { ok: true });
    }
    for (const to of people) {
      const signals = await to.until('two', () =>
        to.all('signal').length === 2 ? to.all('signal') : undefined,
      );
      for (const signal of signals) {
        assert.ok('description' in signal);
        const name = `${signal.from} to ${to.joined.self.id}`;
        assert.equal(signal.description.offerId, name.slice(0, 60));
      }
    }
  });

  it('a missing ack callback crashed the server: it goes on', async () => {
    const client = await server.join(await server.interview());
    client.socket.emit('chat:send', { id: newMessageId(), text: 'x' });
    client.socket.emit('participant:admit', { id: 'somebody-else' });
    client.socket.emit('check_code');
    assert.ok((await client.say('still here')).ok);
  });

  it('the connection to somebody who left was never closed: everybody is told', async () => {
    const interview = await server.interview();
    const stayers = [await server.join(interview), await server.join(interview)];
    const leaver = await server.join(interview);
    await leaver.send('participant:leave', {});
    for (const stayer of stayers) {
      assert.equal((await stayer.event('participant:left')).id, leaver.joined.self.id);
    }
  });

  it('there was no rejoin: a lost page comes back as the same person', async () => {
    const interview = await server.interview();
    const page = await server.join(interview);
    await page.vanish();
    const { self } = await server.resume(page).snapshot();
    assert.equal(self.id, page.joined.self.id);
  });

  it('the TURN password was static and in the page: it is personal and expires', async () => {
    const interview = await server.interview();
    const [a] = (await server.join(interview)).joined.iceServers;
    const [b] = (await server.join(interview)).joined.iceServers;
    assert.notEqual(a?.username, b?.username);
    assert.notEqual(a?.credential, b?.credential);
    assert.match(a?.username ?? '', /^\d{10}:/);
  });

  it('the whole table was read per attempt: every look-up of a join uses an index', async () => {
    const { db } = server.app;
    const queries = [
      sql`select * from participants where resume_hash = 'x'`,
      sql`select * from participants where resume_hash_before = 'x'`,
      sql`select * from participants where interview_id = 'x' and seat = 'y'`,
      sql`select * from participants where interview_id = 'x' and state in ('waiting', 'admitted')`,
      sql`update participants set state = 'left' where disconnected_at <= 1 and (disconnected_at <= 0 or leave_reason = 'left') and state = 'admitted'`,
      sql`select * from messages where interview_id = 'x' and seq > 1 order by seq limit 201`,
      sql`select * from messages where interview_id = 'x' and id = 'y'`,
    ];
    for (const query of queries) {
      const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(db);
      assert.ok(rows.length > 0);
      for (const { detail } of rows) assert.match(detail, /^SEARCH \w+ USING (COVERING )?INDEX/);
    }
  });
});
