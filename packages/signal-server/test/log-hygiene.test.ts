import assert from 'node:assert/strict';
import { it } from 'node:test';
import { TicketResponse } from '@rendev/interview-protocol';
import { bodyOf, codeOf, enter, knock, reserve } from './support/answers.ts';
import { startRestServer } from './support/rest-server.ts';

it('the log of a whole entry holds no code, token, key, name or query', async (t) => {
  const server = await startRestServer(t);
  const interview = await reserve(server, {
    title: 'Confidential title',
    code: 'Hush5678',
    participants: [{ role: 'interviewer', name: 'Jiwoo Kim' }],
  });
  const personal = codeOf(interview, 0);
  const minted = bodyOf(
    await server.ask('POST', `/v1/interviews/${interview.id}/tickets`, {
      role: 'candidate',
      name: 'Minho Lee',
      subject: 'minho@host.test',
    }),
    201,
    TicketResponse,
  );
  const entries = [
    await enter(server, { code: 'hush-5678', name: 'Typed Name' }),
    await enter(server, { code: personal }),
    await enter(server, { ticket: minted.ticket }),
  ];
  await knock(server, { code: 'WRONG-CODE-1' });
  await server.ask('POST', '/v1/entries', '{"code": "BROKEN-JSON-CODE', { apiKey: null });
  await server.ask(
    'POST',
    '/v1/entries',
    { protocol: 1, code: ['MISTYPED-CODE'] },
    { apiKey: null },
  );
  await server.ask('GET', '/v1/interviews?externalId=query-secret');
  await server.ask('GET', `/v1/entries?code=${personal}`);

  const log = server.log.join('');
  const secrets = [
    'hush5678',
    'hush-5678',
    personal,
    personal.replace('-', ''),
    minted.ticket,
    ...entries.map(({ ticket }) => ticket),
    server.apiKey,
    'Jiwoo',
    'Minho',
    'minho@',
    'Typed Name',
    'Confidential',
    'WRONG-CODE',
    'BROKEN-JSON',
    'MISTYPED',
    'query-secret',
  ];
  for (const secret of secrets) {
    assert.ok(!log.toLowerCase().includes(secret.toLowerCase()), `${secret} is in the log`);
  }
  assert.ok(log.includes('/v1/entries'), 'there was a log to look at');
});
