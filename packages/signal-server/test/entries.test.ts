import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EntryResponse } from '@rendev/interview-protocol';
import { toTimestamp } from '../src/clock.ts';
import { hashSecret } from '../src/ids.ts';
import type { ParticipantState } from '../src/storage/tables.ts';
import { bodyOf, codeOf, enter, knock, problemOf, reserve } from './support/answers.ts';
import {
  HOST_ORIGIN,
  HOUR,
  MINUTE,
  NOON,
  startRestServer,
  type RestServer,
} from './support/rest-server.ts';

/** Puts a person into the room as if they had joined. */
async function seat(
  server: RestServer,
  interviewId: string,
  who: { seat: string; state?: ParticipantState },
) {
  await server.app.db
    .insertInto('participants')
    .values({
      id: `id-${who.seat}`,
      interview_id: interviewId,
      seat: who.seat,
      name: `Name of ${who.seat}`,
      role: 'participant',
      state: who.state ?? 'admitted',
      epoch: 'epoch-00',
      resume_hash: hashSecret(interviewId + who.seat),
      connection_id: null,
      node_id: null,
      disconnected_at: null,
      leave_reason: null,
      microphone: 0,
      camera: 0,
      screen: 0,
      read_seq: 0,
      joined_at: NOON,
    })
    .execute();
}

describe('POST /v1/entries with a code', () => {
  it('lets a person in by the shared code, however they type it', async (t) => {
    const server = await startRestServer(t);
    const interview = await reserve(server, { title: 'Talk' });
    const code = codeOf(interview);
    const typed = [
      code,
      code.toLowerCase(),
      code.replace('-', ''),
      ` ${code.replace('-', ' – ')} `,
    ];
    for (const text of typed) {
      const entry = await enter(server, { code: text });
      assert.equal(entry.role, 'participant');
      assert.equal(entry.name, null);
      assert.equal(entry.interview.id, interview.id);
      assert.equal(entry.interview.title, 'Talk');
      assert.equal(entry.serverTime, toTimestamp(NOON));
      assert.equal(entry.ticketExpiresAt, toTimestamp(NOON + 15 * MINUTE));
      assert.deepEqual(entry.inside, []);
      assert.deepEqual(entry.iceServers, []);
    }
    assert.equal((await enter(server, { code, name: ' Min <b>ho</b> ' })).name, 'Min <b>ho</b>');
  });

  it('gives each who shares a code a seat of their own', async (t) => {
    const server = await startRestServer(t);
    const code = codeOf(await reserve(server));
    const seats = new Set<string>();
    for (const entry of [await enter(server, { code }), await enter(server, { code })]) {
      const claims = await server.app.tickets.verify(entry.ticket);
      assert.ok(claims.ok);
      seats.add(claims.value.seat);
    }
    assert.equal(seats.size, 2);
  });

  it('knows the person of a personal code, and their seat', async (t) => {
    const server = await startRestServer(t);
    const interview = await reserve(server, {
      participants: [{ role: 'interviewer', name: 'Jiwoo' }],
    });
    const entry = await enter(server, { code: codeOf(interview, 0), name: 'Somebody else' });
    assert.equal(entry.role, 'interviewer');
    assert.equal(entry.name, 'Jiwoo');
    const claims = await server.app.tickets.verify(entry.ticket);
    assert.ok(claims.ok);
    assert.equal(claims.value.seat, `invitation:${interview.participants[0]?.id ?? ''}`);
    assert.equal(claims.value.interviewId, interview.id);
  });

  it('takes a six-character code of the host with letters that look like digits', async (t) => {
    const server = await startRestServer(t);
    for (const code of ['ab12cd', 'OIL0Il']) {
      const interview = await reserve(server, { code });
      assert.equal((await enter(server, { code })).interview.id, interview.id);
      assert.equal((await enter(server, { code: code.toUpperCase() })).interview.id, interview.id);
    }
  });

  it('says who is inside already', async (t) => {
    const server = await startRestServer(t);
    const interview = await reserve(server, { maxParticipants: 4 });
    await seat(server, interview.id, { seat: 'a' });
    await seat(server, interview.id, { seat: 'b', state: 'left' });
    await seat(server, interview.id, { seat: 'c', state: 'waiting' });
    const { inside } = await enter(server, { code: codeOf(interview) });
    assert.deepEqual(inside, [{ name: 'Name of a', role: 'participant' }]);
  });

  it('hands out TURN credentials for a while, and the name of nobody', async (t) => {
    const server = await startRestServer(t, {
      env: {
        RENDEV_TURN_URLS: 'turn:turn.test:3478, turns:turn.test:443?transport=tcp',
        RENDEV_TURN_SECRET: 'Vn7-2kQpXz_9RmLs4TyWb8GcHdJfA6eU',
      },
    });
    const interview = await reserve(server);
    const { iceServers } = await enter(server, { code: codeOf(interview), name: 'Jiwoo' });
    assert.equal(iceServers.length, 1);
    assert.match(iceServers[0]?.username ?? '', /^\d+:[\w-]+$/);
    assert.ok(!JSON.stringify(iceServers).includes('Jiwoo'));
    assert.ok(!JSON.stringify(iceServers).includes('Vn7-2kQp'));
  });

  it('refuses what is no code, or nobody has: code-invalid', async (t) => {
    const server = await startRestServer(t);
    await reserve(server);
    for (const code of ['AAAA-BBBB', '!', '12345', 'x'.repeat(33), '인터뷰코드']) {
      const problem = problemOf(await knock(server, { code }), 404, 'code-invalid');
      assert.equal(problem.interview, undefined);
    }
  });

  it('refuses before and after the window, with the times', async (t) => {
    const server = await startRestServer(t);
    const interview = await reserve(server, { scheduledAt: toTimestamp(NOON + HOUR) });
    const code = codeOf(interview);
    const early = problemOf(await knock(server, { code }), 403, 'too-early');
    assert.equal(early.retryable, true);
    assert.equal(early.serverTime, toTimestamp(NOON));
    assert.equal(early.interview?.opensAt, toTimestamp(NOON + 45 * MINUTE));
    server.clock.now = NOON + 45 * MINUTE;
    await enter(server, { code });
    server.clock.now = NOON + 4 * HOUR - 1;
    await enter(server, { code });
    server.clock.now += 1;
    const late = problemOf(await knock(server, { code }), 410, 'expired');
    assert.equal(late.interview?.closesAt, toTimestamp(server.clock.now));
    await server.app.interviews.sweep(server.clock.now);
    problemOf(await knock(server, { code }), 410, 'expired');
  });

  it('refuses what was canceled or ended', async (t) => {
    const server = await startRestServer(t);
    const canceled = await reserve(server);
    await server.ask('DELETE', `/v1/interviews/${canceled.id}`);
    const problem = problemOf(await knock(server, { code: codeOf(canceled) }), 410, 'canceled');
    assert.equal(problem.interview?.id, canceled.id);
    const ended = await reserve(server);
    await server.ask('POST', `/v1/interviews/${ended.id}/end`);
    problemOf(await knock(server, { code: codeOf(ended) }), 410, 'ended');
  });

  it('has no time limit for a host with window off', async (t) => {
    const server = await startRestServer(t, { window: 'off' });
    const interview = await reserve(server, { scheduledAt: toTimestamp(NOON - 365 * 24 * HOUR) });
    assert.equal(interview.closesAt, null);
    assert.equal(interview.status, 'open');
    await server.app.interviews.sweep(NOON + HOUR);
    const entry = await enter(server, { code: codeOf(interview) });
    assert.equal(entry.interview.closesAt, null);
    await server.ask('POST', `/v1/interviews/${interview.id}/end`);
    problemOf(await knock(server, { code: codeOf(interview) }), 410, 'ended');
  });

  it('refuses a full room, except to who has a seat in it', async (t) => {
    const server = await startRestServer(t);
    const interview = await reserve(server, {
      participants: [{ role: 'candidate', name: 'Minho' }],
    });
    await seat(server, interview.id, { seat: `invitation:${interview.participants[0]?.id ?? ''}` });
    await enter(server, { code: codeOf(interview) });
    await seat(server, interview.id, { seat: 'b', state: 'waiting' });
    const problem = problemOf(await knock(server, { code: codeOf(interview) }), 409, 'full');
    assert.equal(problem.interview?.maxParticipants, 2);
    assert.equal(problem.retryable, true);
    await enter(server, { code: codeOf(interview, 0) });
  });

  for (const state of ['removed', 'rejected'] as const) {
    it(`refuses a person who was ${state}`, async (t) => {
      const server = await startRestServer(t);
      const interview = await reserve(server, {
        participants: [{ role: 'candidate', name: 'Minho' }],
      });
      const own = `invitation:${interview.participants[0]?.id ?? ''}`;
      await seat(server, interview.id, { seat: own, state });
      problemOf(await knock(server, { code: codeOf(interview, 0) }), 403, state);
      await enter(server, { code: codeOf(interview) });
    });
  }

  it('gives a code of an ended interview to the next one, and prefers the living', async (t) => {
    const server = await startRestServer(t);
    const first = await reserve(server, { code: 'abcdef' });
    await server.ask('POST', `/v1/interviews/${first.id}/end`);
    problemOf(await knock(server, { code: 'abcdef' }), 410, 'ended');
    server.clock.now += 1;
    const second = await reserve(server, { code: 'ABC-DEF' });
    assert.equal((await enter(server, { code: 'abcdef' })).interview.id, second.id);
    await server.ask('DELETE', `/v1/interviews/${second.id}`);
    const newest = problemOf(await knock(server, { code: 'abcdef' }), 410, 'canceled');
    assert.equal(newest.interview?.id, second.id);
  });

  it('refuses another protocol version, whatever else it says', async (t) => {
    const server = await startRestServer(t);
    const body = { protocol: 2, code: codeOf(await reserve(server)) };
    const answer = await server.ask('POST', '/v1/entries', body, { apiKey: null });
    problemOf(answer, 400, 'protocol-unsupported');
  });

  it('refuses malformed requests', async (t) => {
    const server = await startRestServer(t);
    const bodies = [
      {},
      { protocol: 1 },
      { protocol: 1, code: '' },
      { protocol: 1, code: 'x'.repeat(101) },
      { protocol: 1, code: 'abcdef', name: ' ' },
      [],
      null,
    ];
    for (const body of bodies) {
      const answer = await server.ask('POST', '/v1/entries', JSON.stringify(body), {
        apiKey: null,
      });
      assert.ok(problemOf(answer, 400, 'bad-request').errors);
    }
  });
});

describe('origins', () => {
  it('lets in only from pages of the host, or from what is no page', async (t) => {
    const server = await startRestServer(t);
    const code = codeOf(await reserve(server));
    const foreign = await knock(server, { code }, { origin: 'https://evil.test' });
    problemOf(foreign, 403, 'origin-forbidden');
    assert.equal(foreign.headers.get('access-control-allow-origin'), null);
    const body = { protocol: 1, code };
    bodyOf(await server.ask('POST', '/v1/entries', body, { apiKey: null }), 200, EntryResponse);
  });

  it('refuses at one host the pages of another', async (t) => {
    const server = await startRestServer(t);
    await server.app.hosts.add('other', ['https://other.test']);
    const code = codeOf(await reserve(server));
    const answer = await knock(server, { code }, { origin: 'https://other.test' });
    problemOf(answer, 403, 'origin-forbidden');
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://other.test');
  });

  it('hears of changed origins at once', async (t) => {
    const server = await startRestServer(t);
    const code = codeOf(await reserve(server));
    await enter(server, { code });
    await server.app.hosts.setOrigins('host', ['https://new.test']);
    problemOf(await knock(server, { code }), 403, 'origin-forbidden');
    const moved = await knock(server, { code }, { origin: 'https://new.test' });
    assert.equal(moved.status, 200);
  });

  it('lets any page in where the host says *', async (t) => {
    const server = await startRestServer(t, { origins: ['*'] });
    const code = codeOf(await reserve(server));
    const answer = await knock(server, { code }, { origin: 'https://any.test' });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://any.test');
  });

  it('answers preflights of the hosts only, and only at the door', async (t) => {
    const server = await startRestServer(t);
    const preflight = async (path: string, origin: string) => {
      const headers = { origin, 'access-control-request-method': 'POST' };
      const answer = await server.ask('OPTIONS', path, undefined, { apiKey: null, headers });
      return answer.headers.get('access-control-allow-origin');
    };
    assert.equal(await preflight('/v1/entries', HOST_ORIGIN), HOST_ORIGIN);
    assert.equal(await preflight('/v1/entries', 'https://evil.test'), null);
    assert.equal(await preflight('/v1/interviews', HOST_ORIGIN), null);
  });
});

describe('limit of attempts', () => {
  const rubbish = (index: number) => ({ code: `WRONG${String(index).padStart(3, '0')}` });

  it('counts codes that are not known, and then refuses even a good one', async (t) => {
    const server = await startRestServer(t);
    const code = codeOf(await reserve(server));
    for (let index = 0; index < 10; index++) {
      await enter(server, { code });
      problemOf(await knock(server, rubbish(index)), 404, 'code-invalid');
    }
    const answer = await knock(server, { code });
    const problem = problemOf(answer, 429, 'rate-limited');
    const retryAfterMs = problem.retryAfterMs ?? 0;
    assert.ok(retryAfterMs > 0 && retryAfterMs <= MINUTE);
    assert.equal(Number(answer.headers.get('retry-after')), Math.ceil(retryAfterMs / 1_000));
    const exposed = answer.headers.get('access-control-expose-headers')?.split(', ');
    assert.ok(exposed?.includes('retry-after'), exposed?.join());
  });

  it('lets no more through when many ask at once', async (t) => {
    const server = await startRestServer(t);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => knock(server, rubbish(index))),
    );
    assert.equal(answers.filter(({ status }) => status === 404).length, 10);
    assert.equal(answers.filter(({ status }) => status === 429).length, 30);
  });

  it('counts each visitor behind a trusted proxy alone, a /64 as one', async (t) => {
    const server = await startRestServer(t, { env: { RENDEV_TRUST_PROXY: 'loopback' } });
    const from = (ip: string, index: number) =>
      knock(server, rubbish(index), { 'x-forwarded-for': ip });
    for (let index = 0; index < 10; index++) {
      assert.equal((await from(`2001:db8:1:2::${index}`, index)).status, 404);
    }
    assert.equal((await from('2001:db8:1:2:ffff::1', 11)).status, 429);
    assert.equal((await from('2001:db8:1:3::1', 11)).status, 404);
    assert.equal((await from('192.0.2.1', 11)).status, 404);
  });

  it('believes no proxy by default', async (t) => {
    const server = await startRestServer(t);
    for (let index = 0; index < 10; index++) {
      await knock(server, rubbish(index), { 'x-forwarded-for': `192.0.2.${index}` });
    }
    const answer = await knock(server, rubbish(11), { 'x-forwarded-for': '192.0.2.99' });
    assert.equal(answer.status, 429);
  });
});
