import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { unwrap } from '../../packages/signal-server/test/realtime/server.ts';
import { anything, LEAK, startFuzzed, text } from './fuzz-values.ts';

const BODIES = 10_000;
const AT_ONCE = 50;
/** Of webhooks: on this machine, where nobody listens, or nowhere at all. */
const targets = fc.constantFrom(
  'http://127.0.0.1:1/',
  'https://[::1]:1/hook',
  'http://user:word@127.0.0.1:1/',
  'ftp://127.0.0.1:1/',
  'file:///etc/passwd',
  'http://127.0.0.1:1/#fragment',
  'javascript:0',
);

it(`${BODIES} requests: none is answered by 5xx, and none tells of the inside`, async (t) => {
  const { server, faults } = await startFuzzed(t, { trustProxy: '127.0.0.1' });
  let apiKey = '';
  const interview = await server.interview();
  const paths = fc.constantFrom(
    ['POST', '/v1/entries'],
    ['GET', '/v1/entries/changes'],
    ['POST', '/v1/goodbyes'],
    ['POST', '/v1/interviews'],
    ['GET', '/v1/interviews'],
    ['PATCH', `/v1/interviews/${interview.id}`],
    ['POST', `/v1/interviews/${interview.id}/tickets`],
    ['GET', `/v1/interviews/${interview.id}/messages`],
    ['POST', '/v1/webhooks'],
    ['GET', '/v1/webhooks/deliveries'],
  );
  const plausible = fc.record(
    {
      protocol: fc.oneof(fc.constant(1), anything),
      code: anything,
      ticket: anything,
      name: anything,
      role: fc.oneof(fc.constant('candidate'), anything),
      scheduledAt: fc.oneof(fc.constant(new Date().toISOString()), text, anything),
      participants: anything,
      metadata: anything,
      title: text,
      url: fc.oneof(targets, text),
      epoch: text,
      resumeToken: text,
    },
    { requiredKeys: [] },
  );
  const bodies = fc.oneof(
    plausible.map((value) => JSON.stringify(value)),
    anything.map((value) => JSON.stringify(value)),
    text,
    fc.constantFrom(
      '{"__proto__":{}}',
      '{"a":',
      '[[[[',
      '\ufeff{}',
      '{"constructor":{"prototype":{}}}',
    ),
  );
  const headers = fc.record(
    {
      'if-match': fc.constantFrom('*', '"1"', 'W/"1"', '"', ',,,', '1'),
      'idempotency-key': fc.constantFrom('', 'k', 'x'.repeat(300), '"'),
      'content-type': fc.constantFrom(
        'application/json',
        'text/plain',
        'application/xml',
        'multipart/form-data',
        'x',
      ),
      'content-encoding': fc.constantFrom('gzip', 'identity'),
      origin: fc.constantFrom('null', 'https://host.example', 'x'),
      'x-forwarded-for': fc.oneof(
        fc.ipV4(),
        fc.ipV6(),
        fc.constantFrom('::::', '1.2.3.4, x', '999.1.1.1'),
      ),
    },
    { requiredKeys: [] },
  );
  const queries = fc.constantFrom(
    '',
    '?limit=NaN',
    '?limit[]=1&limit=2',
    '?cursor=%00',
    '?since=-1',
    '?externalId=%ED%A0%80',
    '?interview=__proto__&version=1',
    '?cursor=AAAA',
    '?state=dead&limit=1e9',
  );
  const statuses = new Map<number, number>();
  const send = async (
    [method, path]: readonly string[],
    query: string,
    body: string,
    more: object,
  ) => {
    const isGet = method === 'GET';
    const response = await fetch(`${server.url}${path ?? ''}${query}`, {
      method: method ?? 'GET',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...more },
      ...(!isGet && { body }),
    });
    const answer = await response.text();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    assert.ok(response.status < 500, `${response.status} ${method} ${path} ${body} ${answer}`);
    // What an answer repeats of the question is no leak.
    if (response.status >= 400) assert.doesNotMatch(answer, LEAK, answer);
  };
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(paths, queries, bodies, headers), {
        minLength: AT_ONCE,
        maxLength: AT_ONCE,
      }),
      async (requests) => {
        // Each round comes with a key of its own: the limit of requests is attacked elsewhere.
        apiKey = unwrap(await server.app.hosts.rotate('host')).apiKey;
        await Promise.all(requests.map((request) => send(...request)));
        asked += requests.length;
      },
    ),
    { numRuns: BODIES / AT_ONCE, endOnFailure: true },
  );
  assert.equal(asked, BODIES);
  assert.ok((statuses.get(400) ?? 0) > 0, JSON.stringify([...statuses]));
  assert.deepEqual(faults, []);
  assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
});
