import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from '../../packages/signal-server/test/realtime/client.ts';
import { reserve } from '../../packages/signal-server/test/support/answers.ts';
import { startRestServer } from '../../packages/signal-server/test/support/rest-server.ts';
import { RawSocket } from './raw-socket.ts';

const LIMIT = 600;
const key = (index: number): string => `rdv_${String(index).padStart(43, 'x')}`;

describe('requests', () => {
  it('with an API key that is made up anew each time count for the address', async (t) => {
    const server = await startRestServer(t);
    const attacks = [
      (index: number) => server.ask('GET', '/v1/interviews', undefined, { apiKey: key(index) }),
      (index: number) =>
        server.ask(
          'POST',
          '/v1/goodbyes',
          {},
          { apiKey: null, headers: { authorization: key(index) } },
        ),
    ];
    for (const attack of attacks) {
      const statuses = new Map<number, number>();
      for (let index = 0; index < LIMIT + 20; index++) {
        const { status } = await attack(index);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      assert.equal(statuses.get(429), 20, JSON.stringify([...statuses]));
    }
    // Whoever has a good key is not locked out by it.
    assert.equal((await server.ask('GET', '/v1/interviews')).status, 200);
  });

  it('with one good key count together, however the header is written', async (t) => {
    const server = await startRestServer(t);
    const spellings = ['Bearer ', 'bearer ', 'BEARER  ', 'Bearer    '];
    let limited = 0;
    for (let index = 0; index < LIMIT + 20; index++) {
      const authorization = `${spellings[index % spellings.length] ?? ''}${server.apiKey}`;
      const { status } = await server.ask('GET', '/v1/interviews?limit=1', undefined, {
        apiKey: null,
        headers: { authorization },
      });
      if (status === 429) limited++;
    }
    assert.equal(limited, 20);
  });

  it('without a key are refused before a body is read', async (t) => {
    const server = await startRestServer(t);
    await reserve(server);
    const raw = await RawSocket.open(server.url);
    raw.write(
      'POST /v1/interviews HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{',
    );
    await eventually('the refusal', () => raw.text.includes(' 401 ') || undefined);
    raw.destroy();
  });

  it('cannot hold their connection by never ending', async (t) => {
    const { fastify } = (await startRestServer(t)).app;
    assert.ok(fastify.server.requestTimeout > 0 && fastify.server.requestTimeout <= 20_000);
    assert.ok(fastify.server.headersTimeout > 0 && fastify.server.headersTimeout <= 60_000);
  });
});
