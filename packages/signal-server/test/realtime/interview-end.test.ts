import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { TestServer, unwrap } from './server.ts';

const MINUTE = 60_000;

describe('the end of an interview', () => {
  let server: TestServer;
  let ahead = 0;
  before(async () => {
    server = await TestServer.start({ clock: () => Date.now() + ahead });
  });
  afterEach(() => {
    server.closeClients();
    ahead = 0;
  });
  after(() => server.close());

  it('by an interviewer: everybody is told, who waits too, and the one who asked is answered', async () => {
    const interview = await server.interview({ admission: 'knock' });
    const host = await server.join(interview, { role: 'interviewer' });
    const waiting = await server.join(interview);
    assert.deepEqual(await host.send('interview:end', {}), { ok: true });
    for (const client of [host, waiting]) {
      assert.deepEqual(await client.event('interview:ended'), { reason: 'ended' });
      await client.closed();
      assert.equal((await server.resume(client).refused()).code, 'ended');
    }
    assert.deepEqual(waiting.all('participant:left'), []);
    const rows = await server.app.db
      .selectFrom('participants')
      .select(['state', 'leave_reason', 'connection_id'])
      .where('interview_id', '=', interview.id)
      .execute();
    const over = { state: 'left', leave_reason: 'ended', connection_id: null };
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [over, over],
    );
  });

  it('by the host, and its cancellation, reach the room', async () => {
    const ended = await server.join(await server.interview());
    const { id } = ended.joined.interview;
    unwrap(await server.app.interviews.end(server.host.id, id));
    assert.deepEqual(await ended.event('interview:ended'), { reason: 'ended' });

    const canceled = await server.join(await server.interview());
    unwrap(await server.app.interviews.cancel(server.host.id, canceled.joined.interview.id));
    assert.deepEqual(await canceled.event('interview:ended'), { reason: 'canceled' });
    await canceled.closed();
  });

  it('leaves each page time for its last report, and for nothing else', async () => {
    const client = await server.join(await server.interview());
    const { id } = client.joined.interview;
    unwrap(await server.app.interviews.end(server.host.id, id));
    await client.event('interview:ended');
    const report = { good: 7, weak: 0, lost: 0, relayed: false };
    assert.deepEqual(await client.send('participant:report', report), { ok: true });
    const refused = await client.say('one more thing');
    assert.equal(!refused.ok && refused.error.code, 'ended');
    await client.closed();
    const told = await server.app.db
      .selectFrom('reports')
      .select('good')
      .where('participant_id', '=', client.joined.self.id)
      .execute();
    assert.deepEqual(
      told.map(({ good }) => good),
      [7],
    );
  });

  it('by the clock reaches the room', async () => {
    const interview = await server.interview();
    const client = await server.join(interview);
    ahead = Date.parse(interview.closesAt ?? '') - Date.now() + 1;
    assert.deepEqual(await client.event('interview:ended'), { reason: 'expired' });
    await client.closed();
    assert.equal((await server.resume(client).refused()).code, 'expired');
  });

  it('moves when an interviewer extends, and everybody hears it', async () => {
    const interview = await server.interview();
    const host = await server.join(interview, { role: 'interviewer' });
    const other = await server.join(interview);
    assert.deepEqual(await host.send('interview:extend', { minutes: 30 }), { ok: true });
    const closesAt = new Date(Date.parse(interview.closesAt ?? '') + 30 * MINUTE).toISOString();
    for (const client of [host, other]) {
      const updated = await client.event('interview:updated');
      assert.equal(updated.interview.closesAt, closesAt);
    }
    ahead = Date.parse(interview.closesAt ?? '') - Date.now() + MINUTE;
    assert.ok((await other.say('after the old end')).ok);
    const late = await server.join(interview);
    assert.equal(late.joined.interview.closesAt, closesAt);
  });

  it('comes with every change of the host to the interview', async () => {
    const interview = await server.interview();
    const client = await server.join(interview);
    unwrap(await server.app.interviews.patch(server.host, interview.id, { title: 'New title' }));
    assert.equal((await client.event('interview:updated')).interview.title, 'New title');
  });
});

describe('the end of a server', () => {
  it('tells every page to come back, marks nobody as left, and leaves nothing running', async () => {
    const server = await TestServer.start();
    const interview = await server.interview({ admission: 'knock' });
    const host = await server.join(interview, { role: 'interviewer' });
    const waiting = await server.join(interview);
    await server.app.close();
    for (const client of [host, waiting]) {
      assert.deepEqual(await client.event('session:closed'), {
        code: 'unavailable',
        retryable: true,
      });
      await client.closed();
      assert.deepEqual(client.all('participant:left'), []);
      assert.deepEqual(client.all('participant:updated'), []);
    }
    const after = await TestServer.start({ database: server.database });
    try {
      const again = after.resume(host);
      const { participants } = await again.snapshot();
      assert.deepEqual(
        participants.map(({ id, presence }) => [id, presence]),
        [[waiting.joined.self.id, 'disconnected']],
      );
    } finally {
      await after.close();
    }
  });

  it('waits for what it has begun: what was acknowledged is stored', async () => {
    const server = await TestServer.start();
    const interview = await server.interview();
    const client = await server.join(interview);
    const sending = Array.from({ length: 10 }, (_, n) => client.say(`message ${n}`));
    const outcomes = Promise.allSettled(sending);
    const first = await sending[0];
    assert.ok(first?.ok);
    await server.app.close();
    const acknowledged = (await outcomes).filter(
      (outcome) => outcome.status === 'fulfilled' && outcome.value.ok,
    );
    const after = await TestServer.start({ database: server.database });
    try {
      const { chat } = await after.resume(client).snapshot();
      assert.ok(chat.messages.length >= acknowledged.length);
    } finally {
      await after.close();
    }
  });
});
