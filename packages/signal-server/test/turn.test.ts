import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ErrorCode } from '@rendev/interview-protocol';
import { toTimestamp } from '../src/clock.ts';
import { codeOf, enter, knock, problemOf, reserve } from './support/answers.ts';
import { HOUR, NOON, startRestServer } from './support/rest-server.ts';

const SECRET = 'Vn7-2kQpXz_9RmLs4TyWb8GcHdJfA6eU';
const env = {
  RENDEV_TURN_URLS: 'turn:turn.test:3478, turns:turn.test:443?transport=tcp',
  RENDEV_TURN_SECRET: SECRET,
  RENDEV_TURN_SECRET_ID: 'secret-2',
};

describe('TURN credentials', () => {
  it('go to nobody who is refused at the door', async (t) => {
    const server = await startRestServer(t, { env });
    const open = await reserve(server, { maxParticipants: 2 });
    const early = await reserve(server, { scheduledAt: toTimestamp(NOON + HOUR) });
    const canceled = await reserve(server);
    await server.ask('DELETE', `/v1/interviews/${canceled.id}`);
    const evil = { origin: 'https://evil.test' };
    const refused: [Parameters<typeof knock>[1], object, number, ErrorCode][] = [
      [{ code: 'AAAA-BBBB' }, {}, 404, 'code-invalid'],
      [{ ticket: 'forged' }, {}, 401, 'ticket-invalid'],
      [{ code: codeOf(open) }, evil, 403, 'origin-forbidden'],
      [{ code: codeOf(early) }, {}, 403, 'too-early'],
      [{ code: codeOf(canceled) }, {}, 410, 'canceled'],
    ];
    for (const [request, headers, status, code] of refused) {
      const answer = await knock(server, request, { ...headers });
      problemOf(answer, status, code);
      assert.ok(!/iceServers|credential|turn\.test/.test(JSON.stringify(answer.body)), code);
    }
    assert.ok((await enter(server, { code: codeOf(open) })).iceServers[0]?.credential);
  });

  it('are signed with a secret that is known by its id alone', async (t) => {
    const server = await startRestServer(t, { env });
    const answer = await knock(server, { code: codeOf(await reserve(server)) });
    const metrics = String((await server.ask('GET', '/metrics')).body);
    assert.match(metrics, /^rendev_turn_signing_secret\{secret_id="secret-2"\} 1$/m);
    for (const text of [metrics, JSON.stringify(answer.body), server.log.join('')]) {
      assert.ok(!text.includes(SECRET));
    }
  });

  it('are counted nowhere without a TURN server', async (t) => {
    const server = await startRestServer(t);
    assert.ok(!String((await server.ask('GET', '/metrics')).body).includes('rendev_turn'));
  });
});
