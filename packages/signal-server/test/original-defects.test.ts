import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EntryResponse } from '@rendev/interview-protocol';
import { sql } from 'kysely';
import { toTimestamp } from '../src/clock.ts';
import { normalizeCode } from '../src/interviews/interview-code.ts';
import { Invitations } from '../src/interviews/invitations.ts';
import { KeyRing } from '../src/keys.ts';
import { bodyOf, codeOf, enter, knock, problemOf, reserve } from './support/answers.ts';
import { HOUR, NOON, startRestServer } from './support/rest-server.ts';
import { storedText } from './support/store.ts';

// What the first interview site did wrong at its door; see also test/realtime.
describe('the original', () => {
  it('granted nothing by a code: ours exchanges it for a ticket of one interview', async (t) => {
    const server = await startRestServer(t);
    const [first, second] = [await reserve(server), await reserve(server)];
    const { ticket } = await enter(server, { code: codeOf(first) });
    const claims = await server.app.tickets.verify(ticket);
    assert.ok(claims.ok);
    assert.equal(claims.value.interviewId, first.id);
    assert.notEqual(claims.value.interviewId, second.id);
  });

  it('let anybody try codes without end: ours slows them down', async (t) => {
    const server = await startRestServer(t);
    const statuses = new Set<number>();
    for (let index = 0; index < 12; index++) {
      statuses.add((await knock(server, { code: `ab12${10 + index}` })).status);
    }
    assert.deepEqual([...statuses], [404, 429]);
  });

  it('had its window switched off: ours keeps it on the server', async (t) => {
    const server = await startRestServer(t);
    const tomorrow = await reserve(server, { scheduledAt: toTimestamp(NOON + 24 * HOUR) });
    problemOf(await knock(server, { code: codeOf(tomorrow) }), 403, 'too-early');
    server.clock.now = NOON + 48 * HOUR;
    problemOf(await knock(server, { code: codeOf(tomorrow) }), 410, 'expired');
  });

  it('had a static TURN password in its page: ours gives each entry one that ends', async (t) => {
    const turnSecret = 'Vn7-2kQpXz_9RmLs4TyWb8GcHdJfA6eU';
    const server = await startRestServer(t, {
      env: { RENDEV_TURN_URLS: 'turn:turn.test:3478', RENDEV_TURN_SECRET: turnSecret },
    });
    const code = codeOf(await reserve(server));
    const answers = [await knock(server, { code }), await knock(server, { code })];
    const credentials = answers.map((answer) => {
      assert.ok(!JSON.stringify(answer.body).includes(turnSecret));
      return bodyOf(answer, 200, EntryResponse).iceServers[0];
    });
    assert.notEqual(credentials[0]?.credential, credentials[1]?.credential);
    const expiry = Number(credentials[0]?.username?.split(':')[0]) * 1_000;
    assert.ok(expiry > NOON && expiry <= NOON + 4 * HOUR);
  });

  it('read its whole table for each attempt: ours searches an index', async (t) => {
    const server = await startRestServer(t);
    const invitations = new Invitations(new KeyRing(['any']));
    const plan = await invitations
      .lookup(server.app.db, 'ABCDEFGH')
      .explain<{ detail: string }>(undefined, sql`query plan`);
    const details = plan.map(({ detail }) => detail);
    assert.ok(
      details.some((detail) => detail.includes('invitations_by_code')),
      details.join(),
    );
    assert.ok(!details.some((detail) => detail.startsWith('SCAN')), details.join());
  });

  it('kept its codes readable: our store holds none', async (t) => {
    const server = await startRestServer(t);
    const interview = await reserve(server, {
      participants: [{ role: 'candidate', name: 'A', code: 'hostown1' }],
    });
    await enter(server, { code: codeOf(interview) });
    await enter(server, { code: 'hostown1' });
    const stored = await storedText(server.database);
    for (const code of [
      codeOf(interview),
      normalizeCode(codeOf(interview)),
      'hostown1',
      'H0ST0WN1',
    ]) {
      assert.ok(code !== undefined && !stored.includes(code));
    }
    assert.ok(!stored.includes(server.apiKey));
    assert.ok(stored.includes(interview.id), 'there was a store to look at');
  });

  it('managed interviews without a password: ours needs a key everywhere', async (t) => {
    const server = await startRestServer(t);
    const { id, title } = await reserve(server, { title: 'A title to look for' });
    const behindKey = ['overview', 'webhooks', 'interviews', 'interviews/any', `interviews/${id}`];
    for (const path of [...behindKey, `interviews/${id}/messages`]) {
      const answer = await server.ask('GET', `/v1/${path}`, undefined, { apiKey: null });
      problemOf(answer, 401, 'unauthorized');
    }
    // The page itself holds nothing: what it shows, it asks for with the key that is typed in.
    const page = await server.ask('GET', '/admin', undefined, { apiKey: null });
    assert.equal(page.status, 200);
    assert.ok(typeof page.body === 'string' && page.body.includes('type="password"'));
    assert.ok(!page.body.includes(title) && !page.body.includes(id));
  });
});
