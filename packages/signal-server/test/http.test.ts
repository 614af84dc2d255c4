import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { problemOf, reserve } from './support/answers.ts';
import { startRestServer } from './support/rest-server.ts';

describe('API keys', () => {
  it('are needed by every route of the hosts', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const routes: [string, string, unknown?][] = [
      ['POST', '/v1/interviews', { scheduledAt: '2026-03-10T05:00:00Z' }],
      ['GET', '/v1/interviews'],
      ['GET', `/v1/interviews/${id}`],
      ['PATCH', `/v1/interviews/${id}`, { title: 'x' }],
      ['DELETE', `/v1/interviews/${id}`],
      ['POST', `/v1/interviews/${id}/end`],
      ['POST', `/v1/interviews/${id}/tickets`, { role: 'candidate', name: 'A' }],
      ['GET', `/v1/interviews/${id}/messages`],
      ['GET', `/v1/interviews/${id}/summary`],
      ['POST', `/v1/interviews/${id}/erase`],
      ['GET', '/v1/overview'],
      ['POST', '/v1/webhooks', { url: 'https://host.test/' }],
      ['GET', '/v1/webhooks'],
      ['DELETE', '/v1/webhooks/some-id'],
      ['POST', '/v1/webhooks/some-id/rotate'],
      ['POST', '/v1/webhooks/some-id/enable'],
      ['POST', '/v1/webhooks/some-id/test'],
      ['GET', '/v1/webhooks/deliveries'],
      ['POST', '/v1/webhooks/deliveries/some-id/replay'],
    ];
    for (const [method, path, body] of routes) {
      const answer = await server.ask(method, path, body, { apiKey: null });
      problemOf(answer, 401, 'unauthorized');
      assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
    }
    const wrong = await server.ask('GET', '/v1/interviews', undefined, {
      apiKey: `rdv_${'A'.repeat(43)}`,
    });
    problemOf(wrong, 401, 'unauthorized');
    const basic = { authorization: `Basic ${server.apiKey}` };
    const other = await server.ask('GET', '/v1/interviews', undefined, {
      apiKey: null,
      headers: basic,
    });
    problemOf(other, 401, 'unauthorized');
  });

  it('stop working when they are rotated or the host is removed', async (t) => {
    const server = await startRestServer(t);
    const { id } = await reserve(server);
    const rotated = await server.app.hosts.rotate('host');
    assert.ok(rotated.ok);
    problemOf(await server.ask('GET', `/v1/interviews/${id}`), 401, 'unauthorized');
    const { apiKey } = rotated.value;
    const seen = await server.ask('GET', `/v1/interviews/${id}`, undefined, { apiKey });
    assert.equal(seen.status, 200);
    await server.app.hosts.remove('host');
    const gone = await server.ask('GET', `/v1/interviews/${id}`, undefined, { apiKey });
    problemOf(gone, 401, 'unauthorized');
    assert.equal(await server.app.interviews.find(id), undefined);
  });
});

describe('problem details', () => {
  it('answer what Fastify itself refuses', async (t) => {
    const server = await startRestServer(t);
    const post = (body: string, headers: Record<string, string> = {}) =>
      server.ask('POST', '/v1/interviews', body, { headers });
    problemOf(await server.ask('GET', '/nowhere'), 404, 'not-found');
    problemOf(await server.ask('PUT', '/v1/interviews'), 404, 'not-found');
    problemOf(await server.ask('GET', '/v1/%E0%A4%A'), 400, 'bad-request');
    problemOf(await post('{"scheduledAt"'), 400, 'bad-request');
    problemOf(await post('{"__proto__":{"a":1}}'), 400, 'bad-request');
    problemOf(
      await post('a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'bad-request',
    );
    problemOf(await post(JSON.stringify({ title: 'x'.repeat(66_000) })), 413, 'payload-too-large');
  });

  it('point at what does not fit', async (t) => {
    const server = await startRestServer(t);
    const body = { scheduledAt: '2026-03-10T05:00:00Z', maxParticipants: 'two' };
    const answer = await server.ask('POST', '/v1/interviews', body);
    const { errors } = problemOf(answer, 400, 'bad-request');
    assert.deepEqual(errors, [{ path: '/maxParticipants', message: 'must be integer' }]);
  });

  it('answer a failure without a word of what failed', async (t) => {
    const server = await startRestServer(t);
    await server.app.db.schema.dropTable('messages').execute();
    const { id } = await reserve(server);
    const answer = await server.ask('GET', `/v1/interviews/${id}/messages`);
    const problem = problemOf(answer, 500, 'internal');
    assert.equal(problem.retryable, true);
    assert.ok(!JSON.stringify(problem).includes('messages'));
    assert.ok(server.log.some((line) => /no such table|does not exist/.test(line)));
  });

  it('answer too many requests of one key, with the time to wait', async (t) => {
    const server = await startRestServer(t);
    const ask = () => server.ask('GET', '/v1/interviews?limit=1');
    let answer = await ask();
    for (let index = 0; answer.status === 200 && index < 700; index++) answer = await ask();
    const problem = problemOf(answer, 429, 'rate-limited');
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    assert.ok((problem.retryAfterMs ?? 0) > 0);
    const rotated = await server.app.hosts.rotate('host');
    assert.ok(rotated.ok);
    const { apiKey } = rotated.value;
    const other = await server.ask('GET', '/v1/interviews', undefined, { apiKey });
    assert.equal(other.status, 200, 'another key has a limit of its own');
  });
});

describe('operations', () => {
  it('tell health, readiness and metrics', async (t) => {
    const server = await startRestServer(t);
    assert.deepEqual((await server.ask('GET', '/healthz')).body, { status: 'ok' });
    assert.deepEqual((await server.ask('GET', '/readyz')).body, { status: 'ready' });
    await reserve(server);
    const metrics = String((await server.ask('GET', '/metrics')).body);
    assert.match(metrics, /rendev_http_request_seconds_count\{.*route="\/v1\/interviews".*\} 1/);
    assert.match(metrics, /process_resident_memory_bytes/);
  });

  it('describe every route in OpenAPI, and show it', async (t) => {
    const server = await startRestServer(t);
    const { body } = await server.ask('GET', '/openapi.json');
    const { paths } = body as { paths: Record<string, object> };
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    assert.deepEqual(routes.sort(), [
      'delete /v1/interviews/{id}',
      'delete /v1/webhooks/{id}',
      'get /v1/entries/changes',
      'get /v1/interviews',
      'get /v1/interviews/{id}',
      'get /v1/interviews/{id}/messages',
      'get /v1/interviews/{id}/summary',
      'get /v1/overview',
      'get /v1/webhooks',
      'get /v1/webhooks/deliveries',
      'patch /v1/interviews/{id}',
      'post /v1/entries',
      'post /v1/goodbyes',
      'post /v1/interviews',
      'post /v1/interviews/{id}/end',
      'post /v1/interviews/{id}/erase',
      'post /v1/interviews/{id}/tickets',
      'post /v1/webhooks',
      'post /v1/webhooks/deliveries/{id}/replay',
      'post /v1/webhooks/{id}/enable',
      'post /v1/webhooks/{id}/rotate',
      'post /v1/webhooks/{id}/test',
    ]);
    assert.match(String((await server.ask('GET', '/docs')).body), /swagger/i);
    assert.equal((await server.ask('GET', '/docs/nothing')).status, 404);
  });
});

describe('the widget', () => {
  const files = {
    'rendev-interview.js': 'import("./rendev-call-a1B2_c-4.js")',
    'rendev-interview.js.map': '{}',
    'rendev-interview.single.js': 'single',
    'rendev-call-a1B2_c-4.js': 'chunk',
    'rendev-call-a1B2_c-4.js.map': '{}',
    'index.d.ts': 'types',
    'npm/index.js': 'for bundlers',
  };

  it('is served to any page with caching, and nothing beside it', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'rendev-widget-'));
    t.after(() => {
      rmSync(folder, { recursive: true });
    });
    mkdirSync(join(folder, 'npm'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const server = await startRestServer(t, { env: { RENDEV_WIDGET_DIR: folder } });
    const get = (name: string) => server.ask('GET', `/${name}`, undefined, { apiKey: null });

    const entry = await get('rendev-interview.js');
    assert.equal(entry.status, 200);
    assert.equal(entry.body, files['rendev-interview.js']);
    assert.match(entry.headers.get('content-type') ?? '', /javascript/);
    const short = 'public, max-age=300, stale-while-revalidate=86400';
    assert.equal(entry.headers.get('cache-control'), short);
    assert.equal(entry.headers.get('access-control-allow-origin'), '*');
    assert.equal(entry.headers.get('cross-origin-resource-policy'), 'cross-origin');
    const etag = entry.headers.get('etag') ?? '';
    assert.ok(etag.length > 0);
    // fetch() itself asks without cache as soon as it is given this header.
    const unchanged = await server.app.fastify.inject({
      url: '/rendev-interview.js',
      headers: { 'if-none-match': etag },
    });
    assert.equal(unchanged.statusCode, 304);
    const single = await get('rendev-interview.single.js');
    assert.equal(single.headers.get('cache-control'), short);

    for (const name of ['rendev-call-a1B2_c-4.js', 'rendev-call-a1B2_c-4.js.map']) {
      const chunk = await get(name);
      assert.equal(chunk.status, 200);
      assert.match(chunk.headers.get('cache-control') ?? '', /immutable/);
    }
    for (const name of ['index.d.ts', 'npm/index.js', 'npm', '', '..%2fpackage.json']) {
      problemOf(await get(name), 404, 'not-found');
    }
  });

  it('is not found where there is none, with a word on how to get it', async (t) => {
    const server = await startRestServer(t, { env: { RENDEV_WIDGET_DIR: '/nowhere/at/all' } });
    for (const path of ['/rendev-interview.js', '/rendev-interview.single.js']) {
      const { detail } = problemOf(await server.ask('GET', path), 404, 'not-found');
      assert.match(detail ?? '', /@rendev\/interview.*RENDEV_WIDGET_DIR/);
    }
    problemOf(await server.ask('GET', '/rendev-call-a1B2_c-4.js'), 404, 'not-found');
  });
});
