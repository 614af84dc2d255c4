import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EntryChanged } from '@rendev/interview-protocol';
import { DoorWatch } from '../src/admission/door-watch.ts';
import { toTimestamp } from '../src/clock.ts';
import { bodyOf, codeOf, enter, knock, problemOf, reserve } from './support/answers.ts';
import { HOST_ORIGIN, HOUR, startRestServer, type RestServer } from './support/rest-server.ts';

const waitAtDoor = (server: RestServer, id: string, version: number) =>
  server.ask('GET', `/v1/entries/changes?interview=${id}&version=${version}`, undefined, {
    apiKey: null,
    headers: { origin: HOST_ORIGIN },
  });

describe('GET /v1/entries/changes', () => {
  it('tells the countdown at once that the interview was moved', async (t) => {
    const server = await startRestServer(t);
    const created = await reserve(server, {
      scheduledAt: toTimestamp(server.clock.now + 5 * HOUR),
    });
    const { interview } = problemOf(
      await knock(server, { code: codeOf(created) }),
      403,
      'too-early',
    );
    const waiting = waitAtDoor(server, created.id, interview?.version ?? 0);
    const scheduledAt = toTimestamp(server.clock.now);
    await server.ask('PATCH', `/v1/interviews/${created.id}`, { scheduledAt });
    const told = await waiting;
    assert.deepEqual(bodyOf(told, 200, EntryChanged), { changed: true });
    assert.equal(told.headers.get('access-control-allow-origin'), HOST_ORIGIN);
    assert.equal((await enter(server, { code: codeOf(created) })).interview.version, 2);
  });

  for (const [what, method, suffix, code, status] of [
    ['a cancellation', 'DELETE', '', 'canceled', 410],
    ['an end', 'POST', '/end', 'ended', 410],
  ] as const) {
    it(`tells the lobby of ${what}`, async (t) => {
      const server = await startRestServer(t);
      const created = await reserve(server);
      const { interview } = await enter(server, { code: codeOf(created) });
      const waiting = waitAtDoor(server, created.id, interview.version ?? 0);
      await server.ask(method, `/v1/interviews/${created.id}${suffix}`);
      assert.deepEqual((await waiting).body, { changed: true });
      problemOf(await knock(server, { code: codeOf(created) }), status, code);
    });
  }

  it('tells of a change that came before the question', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    await server.ask('PATCH', `/v1/interviews/${id}`, { title: 'x' });
    assert.deepEqual((await waitAtDoor(server, id, 1)).body, { changed: true });
  });

  it('refuses what is no interview', async (t) => {
    const server = await startRestServer(t);
    problemOf(await waitAtDoor(server, 'nobody-knows-it', 1), 404, 'not-found');
    problemOf(await waitAtDoor(server, 'short', 1), 400, 'bad-request');
  });

  it('answers who waits when the server closes', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const waiting = waitAtDoor(server, id, 1);
    await server.ask('GET', '/healthz');
    await server.app.close();
    assert.deepEqual((await waiting).body, { changed: false });
  });
});

describe('DoorWatch', () => {
  it('waits no longer than it may, nor for who has gone', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const { interviews } = server.app;
    const short = new DoorWatch({ interviews, waitMs: 1 });
    assert.equal(await short.until(id, 1, new AbortController().signal), false);
    const gone = new AbortController();
    const left = new DoorWatch({ interviews, waitMs: HOUR }).until(id, 1, gone.signal);
    gone.abort();
    assert.equal(await left, false);
  });
});
