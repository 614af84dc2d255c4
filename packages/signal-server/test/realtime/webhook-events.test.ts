import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { WebhookEvent } from '@rendev/interview-protocol';
import { eventually, newEpoch } from './client.ts';
import { TestServer, unwrap } from './server.ts';

const NOWHERE = 'https://192.0.2.1.nip.test/';

describe('what webhooks tell of a room', () => {
  let server: TestServer;
  let ahead = 0;
  before(async () => {
    server = await TestServer.start({ clock: () => Date.now() + ahead });
    await server.app.webhookWorker.stop();
    await server.app.db
      .insertInto('webhooks')
      .values({
        id: 'webhook-0001',
        host_id: server.host.id,
        url: NOWHERE,
        events: null,
        secret_number: 1,
        previous_until: null,
        disabled_at: null,
        created_at: 0,
      })
      .execute();
  });
  beforeEach(() => {
    ahead = 0;
  });
  afterEach(() => {
    server.closeClients();
  });
  after(() => server.close());

  /** The events of an interview so far, as words. */
  async function told(id: string): Promise<string[]> {
    const rows = await server.app.db
      .selectFrom('webhook_events')
      .innerJoin('webhook_deliveries', 'event_id', 'webhook_events.id')
      .select('payload')
      .where('interview_id', '=', id)
      .orderBy('number')
      .execute();
    return rows.map(({ payload }) => {
      const event = JSON.parse(payload) as WebhookEvent;
      if (event.type === 'participant.joined') return `joined ${event.data.participant.name}`;
      if (event.type === 'participant.left') {
        return `left ${event.data.participant.name} ${event.data.reason}`;
      }
      return event.type === 'interview.ended' ? `ended ${event.data.reason}` : event.type;
    });
  }

  it('coming, going and the end, once each, and nothing of who comes back', async () => {
    const interview = await server.interview();
    const host = await server.join(interview, { role: 'interviewer', name: 'Jiwoo' });
    const guest = await server.join(interview, { name: 'Minho' });
    await guest.vanish();
    const again = server.resume(guest, { epoch: newEpoch() });
    await again.snapshot();
    assert.ok((await again.send('participant:leave', {})).ok);
    await host.event('participant:left');
    assert.ok((await host.send('interview:end', {})).ok);
    assert.deepEqual(await told(interview.id), [
      'interview.opened',
      'joined Jiwoo',
      'joined Minho',
      'left Minho left',
      'left Jiwoo ended',
      'ended ended',
    ]);
    const people = await server.app.db
      .selectFrom('participants')
      .select(['name', 'reconnects'])
      .where('interview_id', '=', interview.id)
      .orderBy('name')
      .execute();
    assert.deepEqual(
      people.map(({ name, reconnects }) => [name, reconnects]),
      [
        ['Jiwoo', 0],
        ['Minho', 1],
      ],
    );
  });

  it('nothing of who waits, and of the lobby as of any way out', async () => {
    const interview = await server.interview({ admission: 'knock' });
    const host = await server.join(interview, { role: 'interviewer', name: 'Jiwoo' });
    const guest = await server.join(interview, { name: 'Minho' });
    const refused = await server.join(interview, { name: 'Nobody' });
    assert.ok((await host.send('participant:reject', { id: refused.joined.self.id })).ok);
    const { id } = guest.joined.self;
    assert.ok((await host.send('participant:admit', { id })).ok);
    assert.ok((await host.send('participant:lobby', { id })).ok);
    assert.ok((await host.send('participant:admit', { id })).ok);
    assert.ok((await host.send('participant:remove', { id })).ok);
    assert.deepEqual(await told(interview.id), [
      'interview.opened',
      'joined Jiwoo',
      'joined Minho',
      'left Minho lobby',
      'joined Minho',
      'left Minho removed',
    ]);
  });

  it('a loss after the grace, and the end by the clock', async () => {
    const interview = await server.interview();
    const lost = await server.join(interview, { name: 'Minho' });
    await lost.vanish();
    await eventually('the loss to be stored', async () => {
      const row = await server.app.db
        .selectFrom('participants')
        .select('disconnected_at')
        .where('id', '=', lost.joined.self.id)
        .executeTakeFirstOrThrow();
      return row.disconnected_at ?? undefined;
    });
    ahead = 31_000;
    const left = 'left Minho network-lost';
    await eventually(left, async () =>
      (await told(interview.id)).includes(left) ? true : undefined,
    );
    ahead = Date.parse(interview.closesAt ?? '') - Date.now() + 1;
    await eventually('the end', async () =>
      (await told(interview.id)).includes('ended expired') ? true : undefined,
    );
  });

  it('an extension moves the interview', async () => {
    const interview = await server.interview();
    unwrap(await server.app.interviews.extend(interview.id, 30));
    assert.deepEqual(await told(interview.id), ['interview.opened', 'interview.rescheduled']);
  });

  it('nothing of what was undone', async () => {
    const interview = await server.interview({ code: 'taken-99' });
    const before = await server.app.db.selectFrom('webhook_events').selectAll().execute();
    const second = await server.app.interviews.create(server.host, {
      scheduledAt: interview.scheduledAt,
      code: 'TAKEN99',
    });
    assert.equal(second.ok, false);
    const after = await server.app.db.selectFrom('webhook_events').selectAll().execute();
    assert.equal(after.length, before.length);
  });
});
