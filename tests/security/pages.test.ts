import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startHostPage } from '../../scripts/demo/host-page.ts';
import { startRestServer } from '../../packages/signal-server/test/support/rest-server.ts';

/** The directives of a policy by name. */
const directives = (policy: string | null): Map<string, string> =>
  new Map(
    (policy ?? '')
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...values]) => [name, values.join(' ')]),
  );

describe('our own pages', () => {
  it('may be framed by nobody, run no script but ours, and use no device', async (t) => {
    const server = await startRestServer(t);
    for (const path of ['/admin', '/docs']) {
      const { status, headers } = await fetch(server.url + path);
      assert.equal(status, 200, path);
      assert.match(headers.get('content-type') ?? '', /^text\/html/);
      const policy = directives(headers.get('content-security-policy'));
      const scripts = policy.get('script-src') ?? policy.get('default-src');
      assert.equal(scripts, "'self'", path);
      assert.equal(policy.get('frame-ancestors'), "'none'", path);
      assert.equal(policy.get('object-src') ?? policy.get('default-src'), "'none'", path);
      for (const device of ['camera', 'microphone', 'display-capture', 'geolocation']) {
        assert.ok(headers.get('permissions-policy')?.includes(`${device}=()`), `${path} ${device}`);
      }
    }
  });

  it('and every other answer say what they are, and hide what made them', async (t) => {
    const server = await startRestServer(t);
    for (const path of [
      '/healthz',
      '/openapi.json',
      '/v1/interviews',
      '/nothing',
      '/metrics',
      '/admin',
    ]) {
      const { headers } = await fetch(server.url + path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.ok(headers.get('strict-transport-security'), path);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
      assert.equal(headers.get('x-frame-options'), 'SAMEORIGIN', path);
      assert.equal(headers.get('x-powered-by'), null);
      assert.equal(headers.get('server'), null);
    }
  });

  it('of the demo are framed by nobody, and give the code in their link to nobody', async (t) => {
    const page = await startHostPage(0, { lang: 'en', synthetic: false });
    t.after(() => page.close());
    page.open('http://localhost:1/rendev-interview.js');
    for (const path of ['/', '/theme/']) {
      const { status, headers } = await fetch(page.url + path);
      assert.equal(status, 200);
      const policy = directives(headers.get('content-security-policy'));
      assert.equal(policy.get('frame-ancestors'), "'none'");
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.match(headers.get('permissions-policy') ?? '', /camera=\(self\).*geolocation=\(\)/);
    }
  });

  it('take no upload: a body of another kind, or of more than 64 kB, is refused', async (t) => {
    const server = await startRestServer(t);
    const post = async (body: string, type: string) =>
      (await server.ask('POST', '/v1/interviews', body, { headers: { 'content-type': type } }))
        .status;
    assert.equal(await post('--x\r\n\r\nfile\r\n--x--', 'multipart/form-data; boundary=x'), 415);
    assert.equal(await post('bytes', 'application/octet-stream'), 415);
    assert.equal(
      await post(JSON.stringify({ title: 'x'.repeat(70_000) }), 'application/json'),
      413,
    );
  });
});
