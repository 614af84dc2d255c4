import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Overview } from '@rendev/interview-protocol';
import { Value } from 'typebox/value';
import { TestServer, unwrap } from './server.ts';

const DAY = 24 * 3_600_000;

describe('GET /v1/overview', () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start();
  });
  after(() => server.close());

  async function ask(apiKey: string, from: number, to: number): Promise<Response> {
    const times = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    return fetch(`${server.url}/v1/overview?${new URLSearchParams(times).toString()}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
  }

  async function read(apiKey: string, from: number, to: number): Promise<Overview['items']> {
    const response = await ask(apiKey, from, to);
    assert.equal(response.status, 200);
    const body: unknown = await response.json();
    assert.deepEqual([...Value.Errors(Overview, body)], []);
    return (body as Overview).items;
  }

  it('shows a host its interviews of the time, and who is inside or waits', async () => {
    const { apiKey } = unwrap(await server.app.hosts.rotate('host'));
    const stranger = unwrap(await server.app.hosts.add('stranger', ['*']));
    const now = Date.now();
    const inAnHour = new Date(now + 3_600_000).toISOString();
    const later = await server.interview({ title: 'Later', scheduledAt: inAnHour });
    const interview = await server.interview({ title: 'Now', admission: 'knock' });
    await server.join(interview, { role: 'interviewer', name: 'Jiwoo' });
    const guest = await server.join(interview, { role: 'candidate', name: 'Minho' });

    const items = await read(apiKey, now - DAY, now + DAY);
    assert.deepEqual(
      items.map((item) => [item.interview.id, item.people.length]),
      [
        [interview.id, 2],
        [later.id, 0],
      ],
    );
    assert.deepEqual(
      items[0]?.people.map(({ name, role, admitted, connected }) => [
        name,
        role,
        admitted,
        connected,
      ]),
      [
        ['Jiwoo', 'interviewer', true, true],
        ['Minho', 'candidate', false, true],
      ],
    );
    assert.ok((await guest.send('participant:leave', {})).ok);
    const others = await read(apiKey, now + 7 * DAY, now + 8 * DAY);
    assert.deepEqual(
      others.map((item) => [item.interview.id, item.people.map(({ name }) => name)]),
      [[interview.id, ['Jiwoo']]],
      'of another time, those with somebody inside',
    );
    assert.deepEqual(await read(stranger.apiKey, now - DAY, now + DAY), []);
  });

  it('refuses a time that is none', async () => {
    const { apiKey } = unwrap(await server.app.hosts.rotate('host'));
    const response = await fetch(`${server.url}/v1/overview?from=today&to=tomorrow`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    assert.equal(response.status, 400);
    assert.equal(((await response.json()) as { code: string }).code, 'bad-request');
  });
});
