import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { InterviewSummary, type WebhookEvent } from '@rendev/interview-protocol';
import { Value } from 'typebox/value';
import { eventually } from './client.ts';
import { TestServer, unwrap } from './server.ts';

describe('the summary of an interview', () => {
  let server: TestServer;
  let apiKey: string;
  let ahead = 0;
  before(async () => {
    server = await TestServer.start({ clock: () => Date.now() + ahead });
    await server.app.webhookWorker.stop();
    ({ apiKey } = unwrap(await server.app.hosts.rotate('host')));
    unwrap(await server.app.hosts.setRetention('host', 1));
    await server.app.db
      .insertInto('webhooks')
      .values({
        id: 'webhook-0001',
        host_id: server.host.id,
        url: 'https://nowhere.test/',
        events: '["interview.summary"]',
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
  after(() => server.close());

  async function read(id: string): Promise<InterviewSummary> {
    const response = await fetch(`${server.url}/v1/interviews/${id}/summary`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    assert.equal(response.status, 200);
    const body: unknown = await response.json();
    assert.deepEqual([...Value.Errors(InterviewSummary, body)], []);
    return body as InterviewSummary;
  }

  it('tells who was there, how long and how well, and comes as an event after the end', async () => {
    const interview = await server.interview();
    const { id } = interview;
    const host = await server.join(interview, { role: 'interviewer', name: 'Jiwoo' });
    ahead += 60_000;
    const guest = await server.join(interview, { role: 'candidate', name: 'Minho' });
    const report = { good: 50, weak: 10, lost: 0, relayed: false };
    assert.deepEqual(await guest.send('participant:report', report), { ok: true });
    assert.ok((await guest.send('participant:report', { ...report, relayed: true })).ok);
    assert.ok((await guest.send('participant:report', { ...report, lost: 3 })).ok);
    ahead += 120_000;
    const soFar = await read(id);
    assert.equal(soFar.bothSidesAttended, true);
    assert.equal(soFar.people[0]?.stays[0]?.to, null);
    assert.ok((await guest.send('participant:leave', {})).ok);
    ahead += 30_000;
    assert.ok((await host.send('interview:end', {})).ok);

    const { people, togetherSeconds, bothSidesAttended } = await read(id);
    assert.equal(bothSidesAttended, true);
    assert.ok(togetherSeconds >= 120 && togetherSeconds < 180, String(togetherSeconds));
    assert.deepEqual(
      people.map(({ name, role, quality, reconnects }) => ({ name, role, quality, reconnects })),
      [
        { name: 'Jiwoo', role: 'interviewer', quality: null, reconnects: 0 },
        {
          name: 'Minho',
          role: 'candidate',
          quality: { goodSeconds: 150, weakSeconds: 30, lostSeconds: 3, relayed: true },
          reconnects: 0,
        },
      ],
    );
    assert.ok((people[0]?.attendedSeconds ?? 0) >= 210);

    const events = () =>
      server.app.db
        .selectFrom('webhook_events')
        .select('payload')
        .where('interview_id', '=', id)
        .execute();
    assert.deepEqual(await events(), []);
    ahead += 10_000;
    const [row] = await eventually('the event', async () => {
      const rows = await events();
      return rows.length > 0 ? rows : undefined;
    });
    const event = JSON.parse(row?.payload ?? '') as WebhookEvent<'interview.summary'>;
    assert.equal(event.type, 'interview.summary');
    assert.deepEqual(event.data.summary, await read(id));
    assert.equal(event.data.interview.status, 'ended');

    ahead += 24 * 3_600_000;
    await eventually('the erasure', async () =>
      (await server.app.interviews.find(id))?.erased_at === null ? undefined : true,
    );
    assert.deepEqual(
      (await read(id)).people.map(({ name, attendedSeconds }) => [name, attendedSeconds > 0]),
      [
        ['', true],
        ['', true],
      ],
    );
    assert.deepEqual(await events(), []);
  });

  it('has nobody in it where nobody came, and refuses a report that is none', async () => {
    const interview = await server.interview();
    assert.deepEqual(await read(interview.id), {
      interviewId: interview.id,
      people: [],
      togetherSeconds: 0,
      bothSidesAttended: false,
    });
    const client = await server.join(interview);
    const answer = await client.send('participant:report', {
      good: -1,
      weak: 0,
      lost: 0,
      relayed: false,
    });
    assert.equal(answer.ok ? 'ok' : answer.error.code, 'bad-request');
    client.close();
  });
});
