import { assert } from 'chai';
import { entryClient } from './entry-client.ts';

/** Answers of `fetch`, given by hand. */
describe('entryClient', () => {
  const realFetch = globalThis.fetch;
  let request: { url: string; body: unknown };
  const { signal } = new AbortController();

  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  function answer(status: number, body: unknown): void {
    globalThis.fetch = (url, init = {}) => {
      request = { url: url as string, body: JSON.parse(init.body as string) };
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return Promise.resolve(new Response(text, { status }));
    };
  }

  it('asks with the code and reads the clock of the server', async () => {
    const serverTime = new Date(Date.now() + 90_000).toISOString();
    answer(200, { protocol: 1, ticket: 'ticket', serverTime });
    const outcome = await entryClient('https://server.example/base/')({ code: 'ABCD' }, signal);
    assert.equal(request.url, 'https://server.example/base/v1/entries');
    assert.deepEqual(request.body, { protocol: 1, code: 'ABCD' });
    assert.isTrue(outcome.ok);
    assert.closeTo(outcome.clockOffsetMs ?? 0, 90_000, 1_000);
  });

  it('asks with a ticket', async () => {
    answer(200, { protocol: 1 });
    await entryClient('https://server.example')({ ticket: 'ticket' }, signal);
    assert.deepEqual(request.body, { protocol: 1, ticket: 'ticket' });
  });

  const refusals: [string, number, unknown, Record<string, unknown>][] = [
    ['a refusal', 404, { code: 'code-invalid', retryable: false }, { code: 'code-invalid' }],
    [
      'a limit',
      429,
      { code: 'rate-limited', retryable: true, retryAfterMs: 5_000 },
      { code: 'rate-limited', retryable: true, retryAfterMs: 5_000 },
    ],
    ['a proxy that fails', 502, '<html>', { code: 'unavailable', retryable: true }],
    ['something else at the address', 404, '<html>', { code: 'unknown', retryable: false }],
    ['another protocol', 200, { protocol: 2 }, { code: 'protocol-unsupported' }],
    ['rubbish', 200, 'rubbish', { code: 'protocol-unsupported' }],
  ];
  for (const [name, status, body, error] of refusals) {
    it(`answers ${name} as a value`, async () => {
      answer(status, body);
      const outcome = await entryClient('https://server.example')({ code: 'ABCD' }, signal);
      assert.include(outcome.ok ? {} : outcome.error, error);
    });
  }

  it('gives the interview that refuses', async () => {
    const interview = { opensAt: '2026-01-01T00:00:00.000Z' };
    answer(403, { code: 'too-early', retryable: true, interview });
    const outcome = await entryClient('https://server.example')({ code: 'ABCD' }, signal);
    assert.deepEqual(outcome.ok ? null : outcome.error.interview, interview as never);
  });

  it('tells a server that cannot be reached', async () => {
    // Port 9 discards: nothing listens there.
    const outcome = await entryClient('http://127.0.0.1:9')({ code: 'ABCD' }, signal);
    assert.include(outcome.ok ? {} : outcome.error, {
      code: 'server-unreachable',
      retryable: true,
    });
  });

  it('tells when it was given up', async () => {
    const given = AbortSignal.abort();
    const outcome = await entryClient('http://127.0.0.1:9')({ code: 'ABCD' }, given);
    assert.include(outcome.ok ? {} : outcome.error, { code: 'aborted' });
  });
});
