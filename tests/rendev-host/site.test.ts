import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { InterviewSummary } from '@rendev/interview-protocol';
import { Webhook } from 'standardwebhooks';
import type { Application } from '../../examples/rendev-host/host/application-table.ts';
import type { Person } from '../../examples/rendev-host/host/people.ts';
import type { Example } from '../../examples/rendev-host/start.ts';
import { until } from '../e2e/until.ts';
import { startTestExample } from './test-example.ts';

/** A time that no test waits for, as the site writes it, and as the interview server tells it. */
const OFFERED = '2099-12-01 14:00';
const OFFERED_INSTANT = '2099-12-01T05:00:00.000Z';

interface Answer<T> {
  readonly status: number;
  readonly body: T & { readonly code?: string };
}

describe('the site of examples/rendev-host', () => {
  let example: Example;
  const tokens = new Map<string, string>();

  before(async () => {
    example = await startTestExample();
    for (const { email } of [example.owner, example.applicant, example.other]) {
      const { body } = await ask<{ token: string }>(null, 'POST', '/sign-in', { email });
      tokens.set(email, body.token);
    }
  });
  after(() => example.close());

  async function ask<T = unknown>(
    person: Person | null,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer<T>> {
    const response = await fetch(`${example.url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${person ? (tokens.get(person.email) ?? '') : ''}`,
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answer<T>['body'] };
  }

  async function refused(asked: Promise<Answer<unknown>>, status: number, code: string) {
    const answer = await asked;
    assert.deepEqual([answer.status, answer.body.code], [status, code]);
  }

  async function offer(schedule = OFFERED): Promise<Application> {
    const { owner } = example;
    const project = { title: '시험', schedule: [schedule] };
    const { body } = await ask<{ id: number }>(owner, 'POST', '/projects', project);
    const all = await ask<Application[]>(owner, 'GET', '/applications');
    const offered = all.body.find(({ projectId }) => projectId === body.id);
    assert.ok(offered);
    return offered;
  }

  const book = ({ id }: Application, person = example.applicant) =>
    ask<Application>(person, 'PUT', `/applications/${id}`);

  async function booked(): Promise<Application & { readonly interviewId: string }> {
    const { status, body } = await book(await offer());
    assert.equal(status, 200);
    assert.ok(body.interviewId);
    return { ...body, interviewId: body.interviewId };
  }

  async function statusOf({ id }: Application): Promise<Application['status'] | undefined> {
    const { body } = await ask<Application[]>(example.owner, 'GET', '/applications');
    return body.find((application) => application.id === id)?.status;
  }

  async function interviewStatus(id: string): Promise<string> {
    const answer = await example.client.interviews.get(id);
    assert.ok(answer.ok);
    return answer.value.status;
  }

  it('reserves one interview for one application, at the Korean time, and mails once', async () => {
    const before = example.mails.length;
    const first = await booked();
    const { status, body: again } = await book(first);
    assert.equal(status, 200);
    assert.equal(again.interviewId, first.interviewId);
    assert.equal(again.status, 'reserved');

    const found = await example.client.interviews.list({ externalId: String(first.id) });
    assert.ok(found.ok);
    assert.deepEqual(
      found.value.items.map(({ id, scheduledAt, timeZone }) => [id, scheduledAt, timeZone]),
      [[first.interviewId, OFFERED_INSTANT, 'Asia/Seoul']],
    );

    const mails = example.mails.slice(before);
    assert.deepEqual(
      mails.map(({ to }) => to),
      [example.owner.email, example.applicant.email],
    );
    const codes = mails.map(({ text }) => {
      assert.ok(text.includes(`${OFFERED} (한국 시간, Asia/Seoul)`), text);
      const link = /http\S+/.exec(text)?.[0] ?? '';
      assert.ok(link.startsWith(`${example.url}/interview#code=`), text);
      return link.slice(-9);
    });
    assert.match(codes.join(), /^[0-9A-Z]{4}-[0-9A-Z]{4},[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    assert.notEqual(codes[0], codes[1]);
  });

  it('gives a time to one applicant, and to no owner', async () => {
    const application = await offer();
    await refused(book(application, example.owner), 403, 'not-yours');
    assert.equal((await book(application)).status, 200);
    await refused(book(application, example.other), 409, 'taken');
  });

  it('gives a free time back where the interview server refuses it', async () => {
    const past = await offer('2020-01-01 10:00');
    await refused(book(past), 409, 'time-over');
    // A wall time that no calendar has passes the form, not the server.
    const never = await offer('2099-02-30 10:00');
    await refused(book(never), 400, 'bad-request');
    await refused(book(never, example.other), 400, 'bad-request');
  });

  it('mints a ticket for the two people, with their sides, and for nobody else', async () => {
    const application = await booked();
    const path = `/applications/${application.id}/interview-ticket`;
    for (const [person, role] of [
      [example.owner, 'interviewer'],
      [example.applicant, 'candidate'],
    ] as const) {
      const { status, body } = await ask<{ ticket: string }>(person, 'POST', path);
      assert.equal(status, 200);
      const claims = JSON.parse(
        Buffer.from(body.ticket.split('.')[1] ?? '', 'base64url').toString(),
      ) as Record<string, unknown>;
      assert.ok(JSON.stringify(claims).includes(`"${role}"`), JSON.stringify(claims));
    }
    await refused(ask(example.other, 'POST', path), 403, 'not-yours');
    await refused(ask(null, 'POST', path), 401, 'sign-in-needed');
    const free = `/applications/${(await offer()).id}/interview-ticket`;
    await refused(ask(example.owner, 'POST', free), 409, 'not-now');
  });

  it('calls interviews off when their project is closed or deleted', async () => {
    const closed = await booked();
    const path = `/projects/${closed.projectId}`;
    await refused(ask(example.applicant, 'POST', `${path}/close`), 403, 'not-yours');
    assert.equal(await interviewStatus(closed.interviewId), 'scheduled');
    assert.equal((await ask(example.owner, 'POST', `${path}/close`)).status, 200);
    assert.equal(await interviewStatus(closed.interviewId), 'canceled');
    assert.equal(await statusOf(closed), 'closed');
    await refused(book(closed), 409, 'closed');
    const ticket = `/applications/${closed.id}/interview-ticket`;
    await refused(ask(example.owner, 'POST', ticket), 409, 'closed');

    const deleted = await booked();
    const answer = await ask(example.owner, 'DELETE', `/projects/${deleted.projectId}`);
    assert.equal(answer.status, 200);
    assert.equal(await interviewStatus(deleted.interviewId), 'canceled');
    assert.equal(await statusOf(deleted), undefined);
  });

  it('takes a webhook once, and from nobody who cannot sign', async () => {
    const application = await booked();
    const send = (id: string, bothSidesAttended: boolean, secret = example.webhookSecret) =>
      sendSummary(application.interviewId, { id, bothSidesAttended, secret });
    const judge = (status: string) =>
      ask(example.owner, 'PATCH', `/applications/${application.id}`, { status });

    const stranger = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    assert.equal(await send('first', true, stranger), 401);
    assert.equal(await send('second', false), 204);
    assert.equal(await statusOf(application), 'reserved');
    await refused(judge('matched'), 409, 'not-now');

    assert.equal(await send('third', true), 204);
    assert.equal(await statusOf(application), 'interviewed');
    assert.equal((await judge('unmatched')).status, 200);
    assert.equal(await send('third', true), 204);
    assert.equal(await statusOf(application), 'unmatched');
  });

  it('takes what the interview server signs', async () => {
    const { client } = example;
    const listed = await client.webhooks.list();
    assert.ok(listed.ok);
    assert.deepEqual(
      listed.value.items.map(({ url, events }) => [url, events]),
      [[`${example.url}/webhooks/interviews`, ['interview.summary']]],
    );
    const sent = await client.webhooks.test(listed.value.items[0]?.id ?? '');
    assert.ok(sent.ok);
    await until('it is delivered', async () => {
      const delivered = await client.webhooks.deliveries({ state: 'delivered' });
      assert.ok(delivered.ok);
      return delivered.value.items.some(({ eventId }) => eventId === sent.value.eventId);
    });
  });

  it('closes the project with a match', async () => {
    const { owner, applicant } = example;
    const project = { title: '두 시간', schedule: [OFFERED, '2099-12-02 14:00'] };
    const { body } = await ask<{ id: number }>(owner, 'POST', '/projects', project);
    const all = await ask<Application[]>(owner, 'GET', '/applications');
    const [one, two] = all.body.filter(({ projectId }) => projectId === body.id);
    assert.ok(one && two);
    const interview = (await book(one)).body.interviewId ?? '';
    const late = (await book(two, example.other)).body.interviewId ?? '';
    const { webhookSecret: secret } = example;
    await sendSummary(interview, { id: 'match', bothSidesAttended: true, secret });
    const match = { status: 'matched' };
    await refused(ask(applicant, 'PATCH', `/applications/${one.id}`, match), 403, 'not-yours');
    assert.equal((await ask(owner, 'PATCH', `/applications/${one.id}`, match)).status, 200);
    assert.deepEqual([await statusOf(one), await statusOf(two)], ['matched', 'closed']);
    assert.equal(await interviewStatus(late), 'canceled');
  });

  it('refuses what is wrong by a code', async () => {
    const { owner, applicant } = example;
    await refused(ask(null, 'GET', '/applications'), 401, 'sign-in-needed');
    await refused(ask(null, 'POST', '/sign-in', { email: 'nobody@example.com' }), 404, 'not-found');
    for (const project of [
      {},
      { title: ' ', schedule: [OFFERED] },
      { title: '시험', schedule: [] },
    ]) {
      await refused(ask(owner, 'POST', '/projects', project), 400, 'bad-request');
    }
    const zoned = { title: '시험', schedule: ['2099-12-01T14:00:00+09:00'] };
    await refused(ask(owner, 'POST', '/projects', zoned), 400, 'bad-request');
    for (const id of ['0', 'x', '1e9']) {
      await refused(ask(applicant, 'PUT', `/applications/${id}`), 404, 'not-found');
      await refused(ask(owner, 'DELETE', `/projects/${id}`), 404, 'not-found');
    }
    await refused(ask(owner, 'PATCH', '/applications/1', { status: 'x' }), 400, 'bad-request');
    await refused(ask(owner, 'GET', '/nothing'), 404, 'not-found');
    const broken = await fetch(`${example.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    assert.deepEqual([broken.status, await broken.json()], [400, { code: 'bad-request' }]);
  });

  async function sendSummary(
    interviewId: string,
    use: { readonly id: string; readonly bothSidesAttended: boolean; readonly secret: string },
  ): Promise<number> {
    const { id, bothSidesAttended, secret } = use;
    const summary: InterviewSummary = {
      interviewId,
      people: [],
      togetherSeconds: 0,
      bothSidesAttended,
    };
    const timestamp = new Date();
    const body = JSON.stringify({
      type: 'interview.summary',
      timestamp: timestamp.toISOString(),
      data: { interview: { id: interviewId }, summary },
    });
    const response = await fetch(`${example.url}/webhooks/interviews`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(timestamp.getTime() / 1_000)),
        'webhook-signature': new Webhook(secret).sign(id, timestamp, body),
      },
      body,
    });
    return response.status;
  }
});
