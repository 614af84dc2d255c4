import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { makeCertificate } from '../../turn-config/test/support/certificate.ts';
import { postWebhook, type PostOutcome } from '../src/webhooks/post-webhook.ts';

const SYSTEM = getCACertificates('default');
const UNREACHABLE: PostOutcome = { ok: false, fault: 'unreachable' };

interface Target {
  readonly trusted: boolean;
  /** In the certificate. */
  readonly name: string;
  /** Until its end. */
  readonly days: number;
}

/** Posts to `hooks.test`, which is a server of this certificate; tells what reached it. */
async function postTo(t: TestContext, { trusted, name, days }: Target) {
  const { certificate, privateKey, pem } = makeCertificate(t, { names: [`DNS:${name}`], days });
  setDefaultCACertificates(trusted ? [...SYSTEM, pem] : SYSTEM);
  const came: string[] = [];
  const server = createServer(
    { cert: readFileSync(certificate), key: readFileSync(privateKey) },
    (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        came.push(`${request.headers.host?.split(':')[0] ?? ''} ${body}`);
        response.writeHead(204).end();
      });
    },
  );
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  t.after(() => {
    setDefaultCACertificates(SYSTEM);
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const outcome = await postWebhook(
    new URL(`https://hooks.test:${port}/`),
    { headers: { 'content-type': 'application/json' }, body: '{"a":"가"}' },
    {
      allowPrivate: true,
      resolve: (_name, answer) => {
        answer(null, [{ address: '127.0.0.1', family: 4 }]);
      },
    },
  );
  return { outcome, came };
}

describe('a webhook over TLS', () => {
  it('arrives where the certificate is of the name', async (t) => {
    const { outcome, came } = await postTo(t, { trusted: true, name: 'hooks.test', days: 2 });
    assert.deepEqual(outcome, { ok: true, status: 204 });
    assert.deepEqual(came, ['hooks.test {"a":"가"}']);
  });

  for (const [what, target] of [
    ['nobody vouches for', { trusted: false, name: 'hooks.test', days: 2 }],
    ['is of another name', { trusted: true, name: 'other.test', days: 2 }],
    ['has ended', { trusted: true, name: 'hooks.test', days: -1 }],
  ] as const) {
    it(`is not given to a server whose certificate ${what}`, async (t) => {
      const { outcome, came } = await postTo(t, target);
      assert.deepEqual(outcome, UNREACHABLE);
      assert.deepEqual(came, []);
    });
  }
});
