import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChatPage, Interview, InterviewCreated, InterviewPage } from '@rendev/interview-protocol';
import { toTimestamp } from '../src/clock.ts';
import { bodyOf, codeOf, problemOf, readInterview, reserve } from './support/answers.ts';
import { HOUR, MINUTE, NOON, startRestServer } from './support/rest-server.ts';

const AT = '2026-03-10T05:00:00.000Z';

describe('POST /v1/interviews', () => {
  it('reserves with defaults', async (t) => {
    const server = await startRestServer(t);
    const created = await reserve(server, {
      scheduledAt: '2026-03-10 14:00',
      timeZone: 'Asia/Seoul',
      externalId: 'application-7',
      metadata: { project: '12' },
      participants: [
        { role: 'interviewer', name: 'Jiwoo' },
        { role: 'candidate', name: ' Minho ' },
      ],
    });
    assert.equal(created.scheduledAt, AT);
    assert.equal(created.timeZone, 'Asia/Seoul');
    assert.equal(created.opensAt, '2026-03-10T04:45:00.000Z');
    assert.equal(created.closesAt, '2026-03-10T08:00:00.000Z');
    assert.equal(created.status, 'scheduled');
    assert.equal(created.maxParticipants, 2);
    assert.deepEqual(created.metadata, { project: '12' });
    assert.match(codeOf(created), /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    assert.deepEqual(
      created.participants.map(({ role, name }) => [role, name]),
      [
        ['interviewer', 'Jiwoo'],
        ['candidate', 'Minho'],
      ],
    );
    const { code, participants, ...interview } = created;
    assert.equal(new Set([code, ...participants.map((person) => person.code)]).size, 3);
    assert.deepEqual(await readInterview(server, created.id), interview);
  });

  it('has room for everybody who is invited', async (t) => {
    const server = await startRestServer(t);
    const participants = ['A', 'B', 'C', 'D'].map((name) => ({ role: 'observer' as const, name }));
    assert.equal((await reserve(server, { participants })).maxParticipants, 4);
  });

  it('is open at once inside its window', async (t) => {
    const server = await startRestServer(t);
    assert.equal((await reserve(server)).status, 'open');
  });

  it('answers the same externalId and time with the first interview and its codes', async (t) => {
    const server = await startRestServer(t);
    const input = {
      externalId: 'x',
      scheduledAt: AT,
      participants: ['A', 'B', 'C'].map((name) => ({ role: 'observer' as const, name })),
    };
    const first = await reserve(server, input);
    const sameInstant = { ...input, scheduledAt: '2026-03-10 14:00', timeZone: 'Asia/Seoul' };
    const again = await server.ask('POST', '/v1/interviews', sameInstant);
    assert.deepEqual(bodyOf(again, 200, InterviewCreated), first);

    server.clock.now = Date.parse(AT) + 30 * 24 * HOUR;
    await server.app.interviews.sweep(server.clock.now);
    const later = bodyOf(await server.ask('POST', '/v1/interviews', input), 200, InterviewCreated);
    assert.equal(later.status, 'ended');
    assert.equal(later.code, first.code);
  });

  it('answers many of the same at once with one interview', async (t) => {
    const server = await startRestServer(t);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        server.ask('POST', '/v1/interviews', { externalId: 'x', scheduledAt: AT }),
      ),
    );
    assert.deepEqual(
      answers.map(({ status }) => status).sort(),
      [200, 200, 200, 200, 200, 200, 200, 201],
    );
    assert.equal(new Set(answers.map(({ body }) => JSON.stringify(body))).size, 1);
  });

  it('refuses the same externalId at another time', async (t) => {
    const server = await startRestServer(t);
    await reserve(server, { externalId: 'x', scheduledAt: AT });
    const body = { externalId: 'x', scheduledAt: '2026-03-10T06:00:00Z' };
    const problem = problemOf(await server.ask('POST', '/v1/interviews', body), 409, 'conflict');
    assert.match(problem.detail ?? '', /PATCH/);
  });

  it('keeps externalIds of hosts apart', async (t) => {
    const server = await startRestServer(t);
    const other = await server.app.hosts.add('other', []);
    assert.ok(other.ok);
    const first = await reserve(server, { externalId: 'x', scheduledAt: AT });
    const { apiKey } = other.value;
    const body = { externalId: 'x', scheduledAt: '2026-03-10T06:00:00Z' };
    const answer = await server.ask('POST', '/v1/interviews', body, { apiKey });
    assert.notEqual(bodyOf(answer, 201, InterviewCreated).id, first.id);
  });

  it('takes codes of the host, shows none of them, and refuses one that is taken', async (t) => {
    const server = await startRestServer(t);
    const created = await reserve(server, {
      code: 'ab12cd',
      participants: [{ role: 'interviewer', name: 'A', code: 'Oil-OIL 99' }],
    });
    assert.equal(created.code, null);
    assert.equal(created.participants[0]?.code, null);

    const taken = await server.ask('POST', '/v1/interviews', {
      scheduledAt: AT,
      externalId: 'second',
      participants: [{ role: 'candidate', name: 'B', code: 'AB-12-CD' }],
    });
    const problem = problemOf(taken, 409, 'code-taken');
    assert.deepEqual(problem.errors, [{ path: '/participants/0/code', message: 'is taken' }]);
    const page = await server.ask('GET', '/v1/interviews?externalId=second');
    assert.deepEqual(bodyOf(page, 200, InterviewPage).items, [], 'nothing is left of it');
  });

  const refused = [
    ['bad-request', 'no time', {}],
    ['bad-request', 'an unknown member', { scheduledAt: AT, surprise: 1 }],
    ['bad-request', 'a short code', { scheduledAt: AT, code: 'ab-12' }],
    ['bad-request', 'a code of signs', { scheduledAt: AT, code: 'ab!2cd' }],
    ['bad-request', 'seven participants', { scheduledAt: AT, maxParticipants: 7 }],
    [
      'bad-request',
      'a blank name',
      { scheduledAt: AT, participants: [{ role: 'candidate', name: ' ' }] },
    ],
    ['time-invalid', 'no time at all', { scheduledAt: 'tomorrow' }],
    ['time-invalid', 'wall time without a zone', { scheduledAt: '2026-03-10 14:00' }],
    ['time-invalid', 'an unknown zone', { scheduledAt: AT, timeZone: 'Asia/Soul' }],
    ['time-invalid', 'an offset as zone', { scheduledAt: AT, timeZone: '+09:00' }],
    ['window-invalid', 'an end before the start', { scheduledAt: AT, opensAt: AT, closesAt: AT }],
    ['window-invalid', 'four days', { scheduledAt: AT, closesAt: '2026-03-14T05:00:00Z' }],
    ['window-invalid', 'a window that is over', { scheduledAt: '2026-02-10T05:00:00Z' }],
  ] as const;
  for (const [code, what, body] of refused) {
    it(`refuses ${what}: ${code}`, async (t) => {
      const server = await startRestServer(t);
      const problem = problemOf(await server.ask('POST', '/v1/interviews', body), 400, code);
      assert.ok((problem.errors?.length ?? 0) > 0);
    });
  }
});

describe('GET /v1/interviews', () => {
  it('pages newest first and filters', async (t) => {
    const server = await startRestServer(t);
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) {
      ids.unshift((await reserve(server, { externalId: `e${index}` })).id);
      server.clock.now += index % 2; // some share their moment
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const answer = await server.ask('GET', `/v1/interviews?limit=2${query}`);
      const page: InterviewPage = bodyOf(answer, 200, InterviewPage);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    assert.deepEqual([...seen].sort(), [...ids].sort());
    assert.equal(seen[0], ids[0]);

    await server.ask('DELETE', `/v1/interviews/${ids[0] ?? ''}`);
    const canceled = await server.ask('GET', '/v1/interviews?status=canceled');
    const items = bodyOf(canceled, 200, InterviewPage).items;
    assert.deepEqual(
      items.map(({ id }) => id),
      [ids[0]],
    );
    const one = bodyOf(await server.ask('GET', '/v1/interviews?externalId=e1'), 200, InterviewPage);
    assert.deepEqual(
      one.items.map(({ externalId }) => externalId),
      ['e1'],
    );
  });

  it('refuses a cursor that is not its own and a limit out of bounds', async (t) => {
    const server = await startRestServer(t);
    problemOf(await server.ask('GET', '/v1/interviews?cursor=rubbish'), 400, 'bad-request');
    problemOf(await server.ask('GET', '/v1/interviews?limit=101'), 400, 'bad-request');
  });
});

describe('an interview of another host', () => {
  it('is not found by any route', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const other = await server.app.hosts.add('other', []);
    assert.ok(other.ok);
    const { apiKey } = other.value;
    const requests: [string, string, unknown?][] = [
      ['GET', `/v1/interviews/${id}`],
      ['PATCH', `/v1/interviews/${id}`, { title: 'mine' }],
      ['DELETE', `/v1/interviews/${id}`],
      ['POST', `/v1/interviews/${id}/end`],
      ['POST', `/v1/interviews/${id}/tickets`, { role: 'candidate', name: 'A' }],
      ['GET', `/v1/interviews/${id}/messages`],
    ];
    for (const [method, path, body] of requests) {
      problemOf(await server.ask(method, path, body, { apiKey }), 404, 'not-found');
    }
    assert.equal((await readInterview(server, id)).status, 'open');
  });
});

describe('PATCH /v1/interviews/:id', () => {
  it('moves the window along with the time', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server, { scheduledAt: AT, opensAt: '2026-03-10T04:00:00Z' });
    const moved = bodyOf(
      await server.ask('PATCH', `/v1/interviews/${id}`, {
        scheduledAt: '2026-03-11 15:00',
        timeZone: 'Asia/Seoul',
        title: 'Moved',
        maxParticipants: 4,
      }),
      200,
      Interview,
    );
    assert.equal(moved.scheduledAt, '2026-03-11T06:00:00.000Z');
    assert.equal(moved.opensAt, '2026-03-11T05:00:00.000Z');
    assert.equal(moved.closesAt, '2026-03-11T09:00:00.000Z');
    assert.equal(moved.timeZone, 'Asia/Seoul');
    assert.equal(moved.title, 'Moved');
    assert.equal(moved.maxParticipants, 4);
    assert.deepEqual(await readInterview(server, id), moved);
  });

  it('moves the status with the window, both ways', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server, { scheduledAt: AT });
    const patch = async (opensAt: string) =>
      bodyOf(await server.ask('PATCH', `/v1/interviews/${id}`, { opensAt }), 200, Interview);
    assert.equal((await patch('2026-03-10T04:00:00Z')).status, 'scheduled');
    const now = { opensAt: toTimestamp(NOON), closesAt: toTimestamp(NOON + HOUR) };
    const opened = await server.ask('PATCH', `/v1/interviews/${id}`, now);
    assert.equal(bodyOf(opened, 200, Interview).status, 'open');
    assert.equal((await patch(toTimestamp(NOON + MINUTE))).status, 'scheduled');
  });

  it('refuses what is over, nothing at all, and bad times', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const patch = (body: unknown) => server.ask('PATCH', `/v1/interviews/${id}`, body);
    problemOf(await patch({}), 400, 'bad-request');
    problemOf(await patch({ scheduledAt: '2026-03-10 14:00' }), 400, 'time-invalid');
    problemOf(await patch({ closesAt: toTimestamp(NOON) }), 400, 'window-invalid');
    problemOf(await patch({ code: 'abcdef' }), 400, 'bad-request');
    await server.ask('POST', `/v1/interviews/${id}/end`);
    problemOf(await patch({ title: 'late' }), 409, 'conflict');
    const unknown = await server.ask('PATCH', '/v1/interviews/none', { title: 'x' });
    problemOf(unknown, 404, 'not-found');
  });
});

describe('ending and canceling', () => {
  it('ends once, answers again alike, and cannot be canceled then', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    server.clock.now += MINUTE;
    const ended = bodyOf(await server.ask('POST', `/v1/interviews/${id}/end`), 200, Interview);
    assert.equal(ended.status, 'ended');
    assert.equal(ended.endedAt, toTimestamp(NOON + MINUTE));
    server.clock.now += MINUTE;
    const again = await server.ask('POST', `/v1/interviews/${id}/end`);
    assert.deepEqual(bodyOf(again, 200, Interview), ended);
    problemOf(await server.ask('DELETE', `/v1/interviews/${id}`), 409, 'conflict');
  });

  it('cancels once, answers again alike, and cannot be ended then', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server, { scheduledAt: AT });
    const canceled = bodyOf(await server.ask('DELETE', `/v1/interviews/${id}`), 200, Interview);
    assert.equal(canceled.status, 'canceled');
    assert.deepEqual((await server.ask('DELETE', `/v1/interviews/${id}`)).body, canceled);
    problemOf(await server.ask('POST', `/v1/interviews/${id}/end`), 409, 'conflict');
  });
});

describe('GET /v1/interviews/:id/messages', () => {
  it('answers the log since a sequence', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    await server.app.db
      .insertInto('messages')
      .values(
        [1, 2, 3].map((seq) => ({
          interview_id: id,
          seq,
          id: `00000000-0000-4000-8000-00000000000${seq}`,
          participant_id: 'participant',
          name: 'Jiwoo',
          text: `<b>${seq}</b>`,
          sent_at: NOON,
        })),
      )
      .execute();
    const page = bodyOf(
      await server.ask('GET', `/v1/interviews/${id}/messages?since=1`),
      200,
      ChatPage,
    );
    assert.deepEqual(
      page.messages.map(({ text }) => text),
      ['<b>2</b>', '<b>3</b>'],
    );
    assert.equal(page.more, false);
    const bad = await server.ask('GET', `/v1/interviews/${id}/messages?since=-1`);
    problemOf(bad, 400, 'bad-request');
  });
});
