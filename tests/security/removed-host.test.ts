import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { after, before, it } from 'node:test';
import { promisify } from 'node:util';
import { TestServer, unwrap } from '../../packages/signal-server/test/realtime/server.ts';

const CLI = fileURLToPath(new URL('../../packages/signal-server/src/cli/main.ts', import.meta.url));
const NODE_ARGS = ['--conditions=rendev-source', '--disable-warning=ExperimentalWarning'];

let server: TestServer;
before(async () => {
  server = await TestServer.start();
});
after(() => server.close());

it('a host that is removed by the command line has no calls any more, and its tickets are dead', async () => {
  const kept = unwrap(await server.app.hosts.add('kept', ['https://kept.example'])).host;
  const scheduledAt = new Date().toISOString();
  const other = unwrap(await server.app.interviews.create(kept, { scheduledAt })).interview;
  const bystander = await server.join(other);

  const interview = await server.interview({ admission: 'knock' });
  const ticket = await server.ticket(interview);
  const inside = await server.join(interview, { role: 'interviewer' });
  const waiting = await server.join(interview);

  await promisify(execFile)(process.execPath, [
    ...NODE_ARGS,
    CLI,
    'host',
    'remove',
    'host',
    '--database',
    server.database,
  ]);
  for (const client of [inside, waiting]) {
    assert.equal((await client.event('interview:ended')).reason, 'canceled');
    await client.closed();
    assert.equal((await server.resume(client).refused()).code, 'resume-invalid');
  }
  assert.equal((await server.connect({ ticket }).refused()).code, 'ticket-invalid');
  assert.ok((await bystander.say('still here')).ok);
  assert.deepEqual(bystander.all('interview:ended'), []);
});
