import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  PROTOCOL_VERSION,
  type EntryResponse,
  type InterviewCreated,
  type TicketResponse,
} from '@rendev/interview-protocol';
import { createLogger } from '../../packages/signal-server/src/http/logger.ts';
import { newEpoch } from '../../packages/signal-server/test/realtime/client.ts';
import { ORIGIN, TestServer, unwrap } from '../../packages/signal-server/test/realtime/server.ts';

const ADDRESS = '203.0.113.99';
const NAME = 'Canary Kim';
const TITLE = 'Canary title';
const MESSAGE = 'a canary in a message';
const WORD = 'a canary in a word';
const SUBJECT = 'canary-subject@host.example';
const SDP = `v=0\r\no=- 1 2 IN IP4 192.0.2.77\r\ns=canary-in-sdp\r\n`;
const CANDIDATE = 'candidate:1 1 udp 2122260223 192.0.2.78 50000 typ host ufrag canary';
const TURN_SECRET = 'Zq3-8fTz_2LmRk7YpVx5NcB9sHdJgA1canary';

it('the log of a whole call at the level of debug holds nothing of the people in it', async (t) => {
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line: string) => lines.push(line) });
  const server = await TestServer.start({
    logger,
    config: {
      trustProxy: '127.0.0.1',
      turn: {
        urls: ['turn:127.0.0.1:1'],
        secret: TURN_SECRET,
        secretId: 'first',
        ttlSeconds: 3_600,
      },
    },
  });
  t.after(() => server.close());
  const { apiKey } = unwrap(await server.app.hosts.rotate('host'));
  const ask = async (
    method: string,
    path: string,
    body?: object | string,
    key: string | null = apiKey,
  ) => {
    const answer = await fetch(server.url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': ADDRESS,
        'user-agent': 'canary-agent',
        origin: ORIGIN,
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return (await answer.json().catch(() => null)) as unknown;
  };

  const interview = (await ask('POST', '/v1/interviews', {
    scheduledAt: new Date().toISOString(),
    title: TITLE,
    admission: 'knock',
    participants: [{ role: 'interviewer', name: NAME }],
    metadata: { canary: 'canary-metadata' },
  })) as InterviewCreated;
  const personal = interview.participants[0]?.code ?? '';
  const shared = interview.code ?? '';
  const enter = (way: object) =>
    ask(
      'POST',
      '/v1/entries',
      { protocol: PROTOCOL_VERSION, ...way },
      null,
    ) as Promise<EntryResponse>;
  const hostEntry = await enter({ code: personal });
  const guestEntry = await enter({ code: shared, name: `${NAME} the guest` });
  const minted = (await ask('POST', `/v1/interviews/${interview.id}/tickets`, {
    role: 'candidate',
    name: NAME,
    subject: SUBJECT,
  })) as TicketResponse;
  // What goes wrong is where a log is tempted.
  await enter({ code: 'CANARY-WRONG' });
  await enter({ ticket: `${minted.ticket}x` });
  await ask('POST', '/v1/entries', '{"code": "CANARY-BROKEN', null);
  await ask('POST', '/v1/entries', { protocol: 1, code: ['CANARY-MISTYPED'] }, null);
  await ask('GET', `/v1/entries/${shared}?code=${personal}`, undefined, null);
  await ask('GET', `/${personal}`, undefined, null);
  await ask('GET', `/%${personal}`, undefined, null);
  await ask('GET', '/v1/interviews', undefined, 'rdv_canary-key-that-is-none');

  const host = server.connect({ ticket: hostEntry.ticket });
  const { self: hostSelf, resumeToken } = await host.snapshot();
  const guest = server.connect({ ticket: guestEntry.ticket });
  const { self } = await guest.snapshot();
  await host.event('participant:joined');
  assert.ok((await host.send('participant:admit', { id: self.id })).ok);
  const { iceServers } = await guest.snapshot(2);
  const link = newEpoch();
  const to = { to: hostSelf.id, toEpoch: host.epoch, link };
  const description = { type: 'offer', sdp: SDP, offerId: 'canary-offer' } as const;
  assert.ok((await guest.send('signal:send', { ...to, description })).ok);
  assert.ok(
    (await guest.send('signal:send', { ...to, candidates: [{ candidate: CANDIDATE }] })).ok,
  );
  assert.ok((await guest.say(MESSAGE)).ok);
  await guest.sendRaw('chat:send', { id: 'canary-id', text: MESSAGE });
  await guest.sendRaw('canary-event', { canary: MESSAGE });
  await host.event('chat:message');
  const reloaded = server.connect({ resumeToken, epoch: newEpoch() });
  const { resumeToken: second } = await reloaded.snapshot();
  await server.connect({ resumeToken: 'canary-token-that-is-none' }).refused();
  await server.connect({ ticket: guestEntry.ticket, name: 7 }).refused();
  // A failure inside is logged, and without what it failed on.
  t.mock.method(server.app.interviews, 'extend', () => Promise.reject(new Error('a failure')), {
    times: 1,
  });
  await reloaded.send('interview:extend', { minutes: 5 });
  assert.ok((await reloaded.send('participant:remove', { id: self.id, word: WORD })).ok);
  await guest.closed();
  assert.ok((await reloaded.send('interview:end', {})).ok);
  await reloaded.closed();

  // Where it listens is the server's own address.
  const log = lines
    .filter((line) => !line.includes('listening at'))
    .join('')
    .toLowerCase();
  assert.ok(log.includes('/v1/entries') && log.includes('a failure'), 'there was a log to look at');
  const credentials = iceServers.flatMap(({ username = '', credential = '' }) => [
    username,
    credential,
  ]);
  assert.equal(credentials.filter((text) => text !== '').length, 2);
  const secrets = [
    'canary',
    ...[ADDRESS, '192.0.2.7', '127.0.0.1:', '::1'],
    ...[NAME, TITLE, MESSAGE, WORD, SUBJECT, apiKey, resumeToken, second],
    ...[personal, shared].flatMap((code) => [code, code.replace('-', '')]),
    ...[hostEntry.ticket, guestEntry.ticket, minted.ticket],
    ...[hostEntry.ticket, guestEntry.ticket, minted.ticket].map(
      (ticket) => ticket.split('.')[2] ?? '',
    ),
    ...credentials,
  ];
  for (const secret of secrets) {
    assert.ok(secret.length > 2);
    const at = log.indexOf(secret.toLowerCase());
    assert.equal(at, -1, `${secret} is in the log: ${log.slice(Math.max(0, at - 200), at + 100)}`);
  }
});
