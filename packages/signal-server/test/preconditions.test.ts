import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Interview, InterviewPage } from '@rendev/interview-protocol';
import { bodyOf, problemOf, readInterview, reserve } from './support/answers.ts';
import { startRestServer, type Answer } from './support/rest-server.ts';

const tagOf = (answer: Answer): string => answer.headers.get('etag') ?? 'none';

describe('the entity tag of an interview', () => {
  it('changes with every change, also within one ms, and with no reading', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const path = `/v1/interviews/${id}`;
    const tags = [tagOf(await server.ask('GET', path)), tagOf(await server.ask('GET', path))];
    assert.equal(tags[0], '"1"');
    assert.equal(tags[1], tags[0]);
    for (const title of ['a', 'b']) tags.push(tagOf(await server.ask('PATCH', path, { title })));
    tags.push(tagOf(await server.ask('POST', `${path}/end`)));
    assert.equal(new Set(tags).size, 4);
    assert.equal(tagOf(await server.ask('GET', path)), tags.at(-1));
  });

  it('changes when the clock opens and ends the interview', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server, { scheduledAt: '2026-03-10T05:00:00Z' });
    const versions = [];
    for (const now of ['2026-03-10T05:00:00Z', '2026-03-11T05:00:00Z']) {
      server.clock.now = Date.parse(now);
      await server.app.interviews.sweep(server.clock.now);
      versions.push((await readInterview(server, id)).version);
    }
    assert.deepEqual(versions, [2, 3]);
  });

  it('saves the answer to who knows it', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const ask = (tags: string) =>
      server.ask('GET', `/v1/interviews/${id}`, undefined, { headers: { 'if-none-match': tags } });
    for (const tags of ['"1"', 'W/"1"', '"7", "1"', '*']) {
      const known = await ask(tags);
      assert.equal(known.status, 304, tags);
      assert.equal(known.body, '');
      assert.equal(tagOf(known), '"1"');
    }
    for (const tags of ['"2"', 'rubbish']) bodyOf(await ask(tags), 200, Interview);
  });
});

describe('If-Match', () => {
  for (const [method, suffix, body] of [
    ['PATCH', '', { title: 'mine' }],
    ['DELETE', '', undefined],
    ['POST', '/end', undefined],
  ] as const) {
    it(`keeps ${method} ${suffix} off a version that it does not name`, async (t) => {
      const server = await startRestServer(t);
      const { id } = await reserve(server);
      await server.ask('PATCH', `/v1/interviews/${id}`, { title: 'theirs' });
      const ask = (tags: string) =>
        server.ask(method, `/v1/interviews/${id}${suffix}`, body, {
          headers: { 'if-match': tags },
        });
      for (const tags of ['"1"', 'W/"2"', '"1", "3"']) {
        problemOf(await ask(tags), 412, 'changed-meanwhile');
      }
      for (const tags of ['2', '"', '"1" "2"']) {
        const { errors } = problemOf(await ask(tags), 400, 'bad-request');
        assert.equal(errors?.[0]?.path, '/headers/if-match');
      }
      const unchanged = await readInterview(server, id);
      assert.equal(unchanged.title, 'theirs');
      assert.equal(unchanged.status, 'open');
      const done = await ask('"1", "2"');
      assert.equal(bodyOf(done, 200, Interview).version, 3);
      assert.equal(tagOf(done), '"3"');
    });
  }

  it('lets one of many writers through', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((title) =>
        server.ask('PATCH', `/v1/interviews/${id}`, { title }, { headers: { 'if-match': '"1"' } }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412, 412]);
  });

  it('takes any version by *, and none without the header', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const headers = { 'if-match': '*' };
    const any = await server.ask('PATCH', `/v1/interviews/${id}`, { title: 'x' }, { headers });
    bodyOf(any, 200, Interview);
  });
});

describe('pages of interviews', () => {
  it('link to the next, with the same question', async (t) => {
    const server = await startRestServer(t);
    for (let index = 0; index < 3; index++) await reserve(server);
    const first = await server.ask('GET', '/v1/interviews?status=open&limit=2');
    const [, next] = /^<([^>]+)>; rel="next"$/.exec(first.headers.get('link') ?? '') ?? [];
    assert.match(next ?? '', /^\/v1\/interviews\?status=open&limit=2&cursor=/);
    const last = await server.ask('GET', next ?? '');
    assert.equal(bodyOf(last, 200, InterviewPage).items.length, 1);
    assert.equal(last.headers.get('link'), null);
  });
});

describe('the limit of a key', () => {
  it('is told with every answer', async (t) => {
    const server = await startRestServer(t);
    const remaining: number[] = [];
    for (let index = 0; index < 2; index++) {
      const { headers } = await server.ask('GET', '/v1/interviews');
      assert.equal(headers.get('ratelimit-limit'), '600');
      assert.ok(Number(headers.get('ratelimit-reset')) <= 60);
      remaining.push(Number(headers.get('ratelimit-remaining')));
    }
    assert.deepEqual(remaining, [599, 598]);
  });
});
