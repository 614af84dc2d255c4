import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { PROTOCOL_VERSION } from '@rendev/interview-protocol';
import { TestServer } from './server.ts';

interface Dashboard {
  readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
}

describe('metrics', () => {
  let server: TestServer;
  let ahead = 0;
  before(async () => {
    const turn = {
      urls: ['turn:turn.test'],
      secret: 'kX3vQ9pL2mN8rT5wY7zB4cD6fG1hJ0sA',
      secretId: 'first',
      ttlSeconds: 7_200,
    };
    server = await TestServer.start({ clock: () => Date.now() + ahead, config: { turn } });
    await server.app.webhookWorker.stop();
  });
  after(() => server.close());

  const read = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();

  /** The value of one series, labels in the order of the text. */
  function valueIn(metrics: string, series: string): number {
    const line = metrics.split('\n').find((one) => one.startsWith(`${series} `));
    assert.ok(line, `${series} is not in /metrics`);
    return Number(line.slice(series.length));
  }

  it('tell who is there, who came, who was refused and why, and how the calls go', async () => {
    const empty = await read();
    assert.equal(valueIn(empty, 'rendev_rooms'), 0);
    assert.equal(valueIn(empty, 'rendev_participants{state="admitted"}'), 0);
    const interview = await server.interview({ admission: 'knock' });
    const host = await server.join(interview, { role: 'interviewer', name: 'Jiwoo' });
    const guest = await server.join(interview, { role: 'candidate', name: 'Minho' });
    const other = await server.join(await server.interview());
    await server.resume(other).snapshot();
    assert.equal((await server.connect({ ticket: 'no ticket' }).refused()).code, 'ticket-invalid');
    const entry = await fetch(`${server.url}/v1/entries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ protocol: PROTOCOL_VERSION, code: 'ZZZZ-ZZZZ' }),
    });
    assert.equal(entry.status, 404);
    const report = { good: 50, weak: 10, lost: 2, relayed: true };
    assert.ok((await host.send('participant:report', { ...report, setupMs: 800 })).ok);
    assert.ok((await host.send('participant:report', { ...report, relayed: false })).ok);

    const metrics = await read();
    const values = {
      rendev_rooms: 2,
      'rendev_participants{state="admitted"}': 2,
      'rendev_participants{state="waiting"}': 1,
      'rendev_joins_total{kind="joined"}': 3,
      'rendev_joins_total{kind="resumed"}': 1,
      'rendev_refusals_total{at="join",code="ticket-invalid"}': 1,
      'rendev_refusals_total{at="entry",code="code-invalid"}': 1,
      'rendev_reports_total{relayed="true"}': 1,
      'rendev_reports_total{relayed="false"}': 1,
      'rendev_quality_seconds_total{quality="good"}': 100,
      'rendev_quality_seconds_total{quality="lost"}': 4,
      'rendev_setup_seconds_bucket{le="0.5"}': 0,
      'rendev_setup_seconds_bucket{le="1"}': 1,
      rendev_setup_seconds_count: 1,
      'rendev_turn_signing_secret{secret_id="first"}': 1,
    };
    for (const [series, value] of Object.entries(values)) {
      assert.equal(valueIn(metrics, series), value, series);
    }
    assert.ok(!(await guest.send('participant:report', report)).ok, 'waits outside');
    assert.equal(valueIn(await read(), 'rendev_reports_total{relayed="true"}'), 1);
  });

  it('tell how far webhooks lag, and how many were given up', async () => {
    assert.equal(valueIn(await read(), 'rendev_webhook_lag_seconds'), 0);
    await server.app.db
      .insertInto('webhooks')
      .values({
        id: 'webhook-0001',
        host_id: server.host.id,
        url: 'https://nowhere.test/',
        events: '["participant.joined"]',
        secret_number: 1,
        previous_until: null,
        disabled_at: null,
        created_at: 0,
      })
      .execute();
    const interview = await server.interview();
    await server.join(interview);
    await server.join(interview);
    ahead += 90_000;
    const late = await read();
    const lag = valueIn(late, 'rendev_webhook_lag_seconds');
    assert.ok(lag >= 90 && lag < 180, String(lag));
    assert.equal(valueIn(late, 'rendev_webhook_deliveries{state="pending"}'), 2);
    await server.app.db.updateTable('webhook_deliveries').set({ state: 'dead' }).execute();
    const dead = await read();
    assert.equal(valueIn(dead, 'rendev_webhook_deliveries{state="dead"}'), 2);
    assert.equal(valueIn(dead, 'rendev_webhook_deliveries{state="pending"}'), 0);
    assert.equal(valueIn(dead, 'rendev_webhook_lag_seconds'), 0);
  });

  it('are what the Grafana dashboard shows, all of them', async () => {
    const file = new URL('../../../../deploy/grafana/rendev-dashboard.json', import.meta.url);
    const { panels } = JSON.parse(readFileSync(file, 'utf8')) as Dashboard;
    const shown = panels
      .flatMap(({ targets }) => targets)
      .flatMap(({ expr }) => expr.match(/\b(rendev|process)_\w+/g) ?? []);
    const metrics = await read();
    const told = [...metrics.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? ['_bucket', '_sum', '_count'].map((part) => name + part) : [name],
    );
    for (const name of shown) assert.ok(told.includes(name), `${name} is not in /metrics`);
    const ours = new Set(
      told.filter((name) => name.startsWith('rendev_') && !/_(sum|count)$/.test(name)),
    );
    for (const name of ours) assert.ok(shown.includes(name), `${name} is not on the dashboard`);
  });
});
