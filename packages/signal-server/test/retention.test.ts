import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { ChatPage, Interview } from '@rendev/interview-protocol';
import { RetentionService } from '../src/retention/retention-service.ts';
import { bodyOf, problemOf, readInterview, reserve } from './support/answers.ts';
import { HOUR, MINUTE, startRestServer, type RestServer } from './support/rest-server.ts';
import { storedText } from './support/store.ts';

const DAY = 24 * HOUR;
const SAID = 'what Minho said in confidence';

/** An interview that is over, in which somebody wrote something. */
async function talk(server: RestServer): Promise<string> {
  const { id } = await reserve(server, {
    title: 'With Minho',
    metadata: { application: '7' },
    participants: [{ role: 'candidate', name: 'Minho Kim' }],
  });
  const { db } = server.app;
  await db
    .insertInto('participants')
    .values({
      id: `p-${id}`,
      interview_id: id,
      seat: 'ticket:1',
      name: 'Minho Kim',
      role: 'candidate',
      state: 'left',
      epoch: 'epoch-0001',
      resume_hash: id,
      connection_id: null,
      node_id: null,
      disconnected_at: null,
      leave_reason: 'left',
      microphone: 0,
      camera: 0,
      screen: 0,
      hand_raised_at: null,
      read_seq: 0,
      joined_at: server.clock.now,
      admitted_at: server.clock.now,
    })
    .execute();
  await db
    .insertInto('messages')
    .values({
      interview_id: id,
      seq: 1,
      id: randomUUID(),
      participant_id: `p-${id}`,
      name: 'Minho Kim',
      text: SAID,
      sent_at: server.clock.now,
    })
    .execute();
  return id;
}

async function messagesOf(server: RestServer, id: string): Promise<number> {
  const answer = await server.ask('GET', `/v1/interviews/${id}/messages`);
  return bodyOf(answer, 200, ChatPage).messages.length;
}

async function namesOf({ app }: RestServer, id: string): Promise<(string | null)[]> {
  const people = app.db.selectFrom('participants').select('name').where('interview_id', '=', id);
  const invited = app.db.selectFrom('invitations').select('name').where('interview_id', '=', id);
  return [...(await people.execute()), ...(await invited.execute())].map(({ name }) => name);
}

describe('erasure on demand', () => {
  it('leaves no name, message or title, and may be asked again', async (t) => {
    const server = await startRestServer(t);
    const id = await talk(server);
    problemOf(await server.ask('POST', `/v1/interviews/${id}/erase`), 409, 'conflict');
    assert.equal(await messagesOf(server, id), 1);
    await server.ask('POST', `/v1/interviews/${id}/end`);
    const answer = await server.ask('POST', `/v1/interviews/${id}/erase`);
    const erased = bodyOf(answer, 200, Interview);
    assert.notEqual(erased.erasedAt, null);
    assert.equal(erased.title, '');
    assert.deepEqual(erased.metadata, { application: '7' }, "the host's own references stay");
    assert.equal(answer.headers.get('etag'), '"3"');
    assert.equal(await messagesOf(server, id), 0);
    assert.deepEqual(await namesOf(server, id), ['', null, '']);
    server.clock.now += MINUTE;
    const again = await server.ask('POST', `/v1/interviews/${id}/erase`);
    assert.deepEqual(bodyOf(again, 200, Interview), erased);
    const stored = await storedText(server.database);
    assert.ok(!stored.includes(SAID) && !stored.includes('Minho'), 'nor in the store');
  });

  it("is for the host's own interviews", async (t) => {
    const server = await startRestServer(t);
    const id = await talk(server);
    await server.ask('POST', `/v1/interviews/${id}/end`);
    const other = await server.app.hosts.add('other', []);
    assert.ok(other.ok);
    const { apiKey } = other.value;
    const path = `/v1/interviews/${id}/erase`;
    problemOf(await server.ask('POST', path, undefined, { apiKey }), 404, 'not-found');
    assert.equal(await messagesOf(server, id), 1);
  });
});

describe('retention', () => {
  it('erases 30 days after the end, to the moment, and nothing that lives', async (t) => {
    const server = await startRestServer(t);
    const ended = await talk(server);
    await server.ask('POST', `/v1/interviews/${ended}/end`);
    const canceled = await talk(server);
    await server.ask('DELETE', `/v1/interviews/${canceled}`);
    const living = await reserve(server, { title: 'To come' });
    const end = server.clock.now;
    await new RetentionService(server.app.db).sweep(end + 30 * DAY - 1);
    assert.equal(await messagesOf(server, ended), 1);
    await new RetentionService(server.app.db).sweep(end + 30 * DAY);
    for (const id of [ended, canceled]) {
      assert.equal(await messagesOf(server, id), 0);
      assert.notEqual((await readInterview(server, id)).erasedAt, null);
    }
    assert.equal((await readInterview(server, living.id)).title, 'To come');
  });

  it('goes by the setting of the host', async (t) => {
    const server = await startRestServer(t);
    assert.ok((await server.app.hosts.setRetention('host', 2)).ok);
    const id = await talk(server);
    await server.ask('POST', `/v1/interviews/${id}/end`);
    await new RetentionService(server.app.db).sweep(server.clock.now + 2 * DAY - 1);
    assert.equal(await messagesOf(server, id), 1);
    await new RetentionService(server.app.db).sweep(server.clock.now + 2 * DAY);
    assert.equal(await messagesOf(server, id), 0);
  });

  it('goes on where more is due than one sweep takes', async (t) => {
    const server = await startRestServer(t);
    assert.ok((await server.app.hosts.setRetention('host', 0)).ok);
    for (let index = 0; index < 101; index++) {
      const { host, clock, app } = server;
      const scheduledAt = new Date(clock.now).toISOString();
      const created = await app.interviews.create(host, { scheduledAt });
      assert.ok(created.ok);
      await app.interviews.end(null, created.value.interview.id);
    }
    const retention = new RetentionService(server.app.db);
    const left = async () => {
      await retention.sweep(server.clock.now);
      const rows = await server.app.db
        .selectFrom('interviews')
        .select('id')
        .where('erased_at', 'is', null)
        .execute();
      return rows.length;
    };
    // The server's own sweeper may have had its turn in between.
    assert.ok((await left()) <= 1);
    assert.equal(await left(), 0);
  });
});
