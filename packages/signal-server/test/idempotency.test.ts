import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InterviewCreated, InterviewPage, TicketResponse } from '@rendev/interview-protocol';
import { IdempotencyKeys } from '../src/http/idempotency-keys.ts';
import { KeyRing } from '../src/keys.ts';
import { bodyOf, problemOf, reserve } from './support/answers.ts';
import { HOUR, MINUTE, NOON, startRestServer, type RestServer } from './support/rest-server.ts';

const INPUT = { scheduledAt: '2026-03-10T05:00:00Z' };

const post = (server: RestServer, key: string, body: object, apiKey = server.apiKey) =>
  server.ask('POST', '/v1/interviews', body, { apiKey, headers: { 'idempotency-key': key } });

const count = async (server: RestServer): Promise<number> =>
  bodyOf(await server.ask('GET', '/v1/interviews'), 200, InterviewPage).items.length;

describe('Idempotency-Key', () => {
  it('answers the same request again as at first, codes and all, for a day', async (t) => {
    const server = await startRestServer(t);
    const first = await post(server, 'k1', INPUT);
    const created = bodyOf(first, 201, InterviewCreated);
    assert.equal(first.headers.get('idempotency-replayed'), null);
    await server.ask('PATCH', `/v1/interviews/${created.id}`, { title: 'changed' });
    server.clock.now += 24 * HOUR - 1;
    const again = await post(server, 'k1', INPUT);
    assert.deepEqual(bodyOf(again, 201, InterviewCreated), created);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.match(again.headers.get('content-type') ?? '', /^application\/json/);
    assert.equal(await count(server), 1);

    server.clock.now += 1;
    assert.notEqual(bodyOf(await post(server, 'k1', INPUT), 201, InterviewCreated).id, created.id);
    assert.equal(await count(server), 2);
  });

  it('mints one ticket', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const mint = () =>
      server.ask(
        'POST',
        `/v1/interviews/${id}/tickets`,
        { role: 'candidate', name: 'A' },
        { headers: { 'idempotency-key': 'ticket-1' } },
      );
    const first = bodyOf(await mint(), 201, TicketResponse);
    assert.deepEqual(bodyOf(await mint(), 201, TicketResponse), first);
  });

  it('refuses another request under the same key', async (t) => {
    const server = await startRestServer(t);
    const { id } = bodyOf(await post(server, 'k', INPUT), 201, InterviewCreated);
    problemOf(await post(server, 'k', { ...INPUT, title: 'x' }), 422, 'idempotency-key-reused');
    const elsewhere = await server.ask(
      'POST',
      `/v1/interviews/${id}/tickets`,
      { role: 'candidate', name: 'A' },
      { headers: { 'idempotency-key': 'k' } },
    );
    problemOf(elsewhere, 422, 'idempotency-key-reused');
  });

  it('keeps the keys of hosts apart', async (t) => {
    const server = await startRestServer(t);
    const other = await server.app.hosts.add('other', []);
    assert.ok(other.ok);
    const first = bodyOf(await post(server, 'k', INPUT), 201, InterviewCreated);
    const second = await post(server, 'k', INPUT, other.value.apiKey);
    assert.notEqual(bodyOf(second, 201, InterviewCreated).id, first.id);
  });

  it('does it once when many ask at once; the rest may ask again', async (t) => {
    const server = await startRestServer(t);
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(server, 'k', INPUT)));
    for (const answer of answers) {
      if (answer.status === 201) continue;
      assert.equal(problemOf(answer, 409, 'request-in-progress').retryable, true);
      assert.equal(answer.headers.get('retry-after'), '1');
    }
    assert.ok(answers.some(({ status }) => status === 201));
    assert.equal(await count(server), 1);
  });

  it('keeps no refusal: the mended request may have the key', async (t) => {
    const server = await startRestServer(t);
    problemOf(await post(server, 'k', { scheduledAt: 'tomorrow' }), 400, 'time-invalid');
    bodyOf(await post(server, 'k', INPUT), 201, InterviewCreated);
  });

  it('refuses a key that is none', async (t) => {
    const server = await startRestServer(t);
    for (const key of ['', 'a b', 'x'.repeat(256)]) {
      const { errors } = problemOf(await post(server, key, INPUT), 400, 'bad-request');
      assert.equal(errors?.[0]?.path, '/headers/idempotency-key');
    }
  });

  it('stores no code in plain text', async (t) => {
    const server = await startRestServer(t);
    const { code } = bodyOf(await post(server, 'k', INPUT), 201, InterviewCreated);
    const row = await server.app.db
      .selectFrom('idempotency_keys')
      .selectAll()
      .executeTakeFirstOrThrow();
    assert.equal(row.status, 201);
    assert.ok(code !== null && !JSON.stringify(row).includes(code));
  });

  it('frees the key of a request that was lost with its process', async (t) => {
    const server = await startRestServer(t);
    let now = NOON;
    const keys = new IdempotencyKeys(
      server.app.db,
      new KeyRing(['a secret of this test only']),
      () => now,
    );
    const request = { hostId: server.host.id, key: 'k', hash: 'h' };
    assert.deepEqual(await keys.begin(request), { ok: true, value: undefined });
    now += MINUTE - 1;
    const early = await keys.begin(request);
    assert.equal(early.ok ? 'ok' : early.error.code, 'request-in-progress');
    now += 1;
    assert.deepEqual(await keys.begin(request), { ok: true, value: undefined });
  });
});
