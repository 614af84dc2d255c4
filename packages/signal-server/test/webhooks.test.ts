import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  DeliveryPage,
  Webhook,
  WEBHOOK_EVENTS,
  WebhookDelivery,
  WebhookList,
  WebhookWithSecret,
} from '@rendev/interview-protocol';
import { Webhook as Verifier } from 'standardwebhooks';
import { Value } from 'typebox/value';
import { postWebhook } from '../src/webhooks/post-webhook.ts';
import { WebhookWorker } from '../src/webhooks/webhook-worker.ts';
import { WebhookSecrets } from '../src/webhooks/webhook-secrets.ts';
import { WebhookDeliveries } from '../src/webhooks/webhook-deliveries.ts';
import { KeyRing } from '../src/keys.ts';
import { bodyOf, problemOf, reserve } from './support/answers.ts';
import { HOUR, MINUTE, SECRET, startRestServer, type RestServer } from './support/rest-server.ts';
import { startReceiver, type Receiver } from './support/webhook-receiver.ts';

const development = { env: { RENDEV_ENV: 'development' } };

async function add(server: RestServer, receiver: Receiver, events?: string[]) {
  const body = { url: receiver.url, ...(events && { events }) };
  return bodyOf(await server.ask('POST', '/v1/webhooks', body), 201, WebhookWithSecret);
}

const send = async (server: RestServer, { id }: { id: string }) => {
  const answer = await server.ask('POST', `/v1/webhooks/${id}/test`);
  assert.equal(answer.status, 202, JSON.stringify(answer.body));
};

const list = async (server: RestServer, query = '') =>
  bodyOf(await server.ask('GET', `/v1/webhooks/deliveries${query}`), 200, DeliveryPage);

/** A server whose own worker has stopped, and one that the test moves with its clock. */
async function startWithWorker(t: TestContext) {
  const server = await startRestServer(t, development);
  await server.app.webhookWorker.stop();
  const receiver = await startReceiver(t);
  const faults: unknown[] = [];
  const clock = () => server.clock.now;
  const worker = new WebhookWorker({
    deliveries: new WebhookDeliveries(server.app.db, clock),
    secrets: new WebhookSecrets(new KeyRing([SECRET])),
    post: postWebhook,
    postOptions: { allowPrivate: true, timeoutMs: 500 },
    clock,
    random: () => 0,
    onFault: (error) => faults.push(error),
  });
  const look = async () => {
    await worker.look();
    await worker.settled();
    assert.deepEqual(faults, []);
  };
  return { server, receiver, look };
}

describe('the webhooks of a host', () => {
  it('are added, listed and removed, and show their secret once', async (t) => {
    const server = await startRestServer(t);
    const url = 'https://host.test/hooks?from=rendev';
    const body = { url, events: ['interview.ended'] };
    const added = bodyOf(await server.ask('POST', '/v1/webhooks', body), 201, WebhookWithSecret);
    assert.match(added.secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
    const { secret, ...shown } = added;
    const { items } = bodyOf(await server.ask('GET', '/v1/webhooks'), 200, WebhookList);
    assert.deepEqual(items, [shown]);
    const rows = await server.app.db.selectFrom('webhooks').selectAll().execute();
    assert.ok(!JSON.stringify(rows).includes(secret.slice(6)));
    const other = await server.app.hosts.add('other', []);
    assert.ok(other.ok);
    const { apiKey } = other.value;
    const path = `/v1/webhooks/${added.id}`;
    problemOf(await server.ask('DELETE', path, undefined, { apiKey }), 404, 'not-found');
    assert.equal((await server.ask('DELETE', path)).status, 204);
    problemOf(await server.ask('DELETE', path), 404, 'not-found');
    for (const act of ['rotate', 'enable', 'test']) {
      problemOf(await server.ask('POST', `${path}/${act}`), 404, 'not-found');
    }
  });

  it('are ten at most', async (t) => {
    const server = await startRestServer(t);
    const ask = () => server.ask('POST', '/v1/webhooks', { url: 'https://host.test/' });
    for (let index = 0; index < 10; index++) assert.equal((await ask()).status, 201);
    problemOf(await ask(), 409, 'conflict');
  });

  for (const [what, url] of [
    ['plain HTTP', 'http://host.test/'],
    ['another scheme', 'file:///etc/passwd'],
    ['no URL', 'host.test'],
    ['a password', 'https://a:b@host.test/'],
    ['a fragment', 'https://host.test/#a'],
    ['loopback', 'https://127.0.0.1/'],
    ['loopback as a number', 'https://2130706433/'],
    ['loopback in octal', 'https://0177.0.0.1/'],
    ['loopback in IPv6', 'https://[::1]/'],
    ['loopback in IPv4 in IPv6', 'https://[::ffff:127.0.0.1]/'],
    ['private', 'https://10.1.2.3/'],
    ['link-local and metadata', 'https://169.254.169.254/latest/meta-data'],
    ['shared by a carrier', 'https://100.64.0.1/'],
    ['multicast', 'https://224.0.0.1/'],
  ] as const) {
    it(`refuse ${what} as a target`, async (t) => {
      const server = await startRestServer(t);
      const problem = problemOf(
        await server.ask('POST', '/v1/webhooks', { url }),
        400,
        'target-invalid',
      );
      assert.equal(problem.errors?.[0]?.path, '/url');
    });
  }

  it('refuse an event that there is not', async (t) => {
    const server = await startRestServer(t);
    const body = { url: 'https://host.test/', events: ['interview.begun'] };
    problemOf(await server.ask('POST', '/v1/webhooks', body), 400, 'bad-request');
  });
});

describe('a webhook', () => {
  it('tells of an interview from its opening to its end', async (t) => {
    const server = await startRestServer(t, development);
    server.clock.now = Date.now();
    const receiver = await startReceiver(t);
    const { secret } = await add(server, receiver);
    const { id } = await reserve(server, { externalId: 'application-7', metadata: { a: 'b' } });
    await server.ask('PATCH', `/v1/interviews/${id}`, { title: 'says nothing to webhooks' });
    const closesAt = new Date(server.clock.now + HOUR).toISOString();
    await server.ask('PATCH', `/v1/interviews/${id}`, { closesAt });
    await server.ask('POST', `/v1/interviews/${id}/end`);
    const canceled = await reserve(server, {
      scheduledAt: new Date(Date.now() + HOUR).toISOString(),
    });
    await server.ask('DELETE', `/v1/interviews/${canceled.id}`);
    const came = await receiver.until(4);
    const events = came.map(({ headers, body }) => {
      const event = new Verifier(secret).verify(body, headers as Record<string, string>);
      const { type } = event as { type: keyof typeof WEBHOOK_EVENTS };
      assert.deepEqual([...Value.Errors(WEBHOOK_EVENTS[type], event)], []);
      return type;
    });
    assert.deepEqual([...events].sort(), [
      'interview.canceled',
      'interview.ended',
      'interview.opened',
      'interview.rescheduled',
    ]);
    const ended = came.find(({ event }) => event.type === 'interview.ended')?.event;
    assert.ok(ended?.type === 'interview.ended');
    assert.equal(ended.data.reason, 'ended');
    assert.equal(ended.data.interview.externalId, 'application-7');
    assert.equal(ended.data.interview.status, 'ended');
    assert.equal(new Set(came.map(({ headers }) => headers['webhook-id'])).size, 4);
  });

  it('comes only for the events that it asks for', async (t) => {
    const { server, receiver, look } = await startWithWorker(t);
    await add(server, receiver, ['interview.ended']);
    const { id } = await reserve(server);
    await server.ask('POST', `/v1/interviews/${id}/end`);
    await look();
    assert.deepEqual(
      receiver.received.map(({ event }) => event.type),
      ['interview.ended'],
    );
  });

  it('is signed by both secrets while they are rotated', async (t) => {
    const { server, receiver, look } = await startWithWorker(t);
    server.clock.now = Date.now();
    const webhook = await add(server, receiver);
    const rotated = bodyOf(
      await server.ask('POST', `/v1/webhooks/${webhook.id}/rotate`),
      200,
      WebhookWithSecret,
    );
    assert.notEqual(rotated.secret, webhook.secret);
    await send(server, webhook);
    await look();
    const [first] = receiver.received;
    assert.ok(first);
    for (const { secret } of [webhook, rotated]) {
      new Verifier(secret).verify(first.body, first.headers as Record<string, string>);
    }
    server.clock.now += 24 * HOUR;
    await send(server, webhook);
    await look();
    assert.equal(String(receiver.received[1]?.headers['webhook-signature']).split(' ').length, 1);
  });

  it('is tried again with growing waits for a day, then dead, and can be replayed', async (t) => {
    const { server, receiver, look } = await startWithWorker(t);
    const webhook = await add(server, receiver);
    receiver.status = 500;
    await send(server, webhook);
    const begin = server.clock.now;
    const at: number[] = [];
    for (;;) {
      const before = receiver.received.length;
      await look();
      assert.equal(receiver.received.length, before + 1);
      at.push((server.clock.now - begin) / 1_000);
      await look();
      assert.equal(receiver.received.length, before + 1, 'not before its time');
      const [delivery] = (await list(server)).items;
      if (delivery?.nextAttemptAt == null) break;
      assert.equal(delivery.status, 500);
      server.clock.now = Date.parse(delivery.nextAttemptAt);
    }
    assert.deepEqual(at.slice(0, 5), [0, 5, 25, 105, 425]);
    assert.ok((at.at(-1) ?? 0) <= 86_400 && (at.at(-1) ?? 0) > 20 * 3_600);
    const [dead] = (await list(server, '?state=dead')).items;
    assert.equal(dead?.fault, 'status');
    assert.equal(dead.attempts, at.length);

    receiver.status = 200;
    const path = `/v1/webhooks/deliveries/${dead.id}/replay`;
    assert.equal(bodyOf(await server.ask('POST', path), 200, WebhookDelivery).state, 'pending');
    await look();
    assert.equal((await list(server, '?state=delivered')).items[0]?.id, dead.id);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    assert.equal(new Set(ids).size, 1, 'one event, however often it comes');
    problemOf(await server.ask('POST', '/v1/webhooks/deliveries/none/replay'), 404, 'not-found');
  });

  it('is disabled by 410, with all that is on its way, until it is enabled', async (t) => {
    const { server, receiver, look } = await startWithWorker(t);
    const webhook = await add(server, receiver);
    receiver.status = 410;
    await send(server, webhook);
    await look();
    const { items } = bodyOf(await server.ask('GET', '/v1/webhooks'), 200, WebhookList);
    assert.notEqual(items[0]?.disabledAt, null);
    problemOf(await server.ask('POST', `/v1/webhooks/${webhook.id}/test`), 409, 'conflict');
    await reserve(server);
    await look();
    assert.equal(receiver.received.length, 1);
    const [dead] = (await list(server)).items;
    assert.equal(dead?.state, 'dead');
    const replay = `/v1/webhooks/deliveries/${dead.id}/replay`;
    problemOf(await server.ask('POST', replay), 409, 'conflict');
    const enabled = await server.ask('POST', `/v1/webhooks/${webhook.id}/enable`);
    assert.equal(bodyOf(enabled, 200, Webhook).disabledAt, null);
    receiver.status = 200;
    assert.equal((await server.ask('POST', replay)).status, 200);
    await look();
    assert.equal(receiver.received.length, 2);
  });

  it('follows no redirect and waits for no silent endpoint', async (t) => {
    const { server, receiver, look } = await startWithWorker(t);
    const webhook = await add(server, receiver);
    receiver.status = 307;
    await send(server, webhook);
    await look();
    assert.equal(receiver.received.length, 1);
    assert.equal((await list(server)).items[0]?.status, 307);
    receiver.status = null;
    await send(server, webhook);
    await look();
    assert.equal((await list(server)).items[0]?.fault, 'timeout');
  });

  it('is claimed by one of many workers, and again when that one is lost', async (t) => {
    const { server, receiver } = await startWithWorker(t);
    await send(server, await add(server, receiver));
    const workers = [1, 2, 3].map(
      () => new WebhookDeliveries(server.app.db, () => server.clock.now),
    );
    const claimed = await Promise.all(workers.map((each) => each.claim(10)));
    assert.equal(claimed.flat().length, 1);
    server.clock.now += MINUTE;
    assert.equal((await workers[0]?.claim(10))?.[0]?.delivery.attempts, 2);
  });

  it('is listed in pages', async (t) => {
    const { server, receiver } = await startWithWorker(t);
    const webhook = await add(server, receiver);
    for (let index = 0; index < 3; index++) await send(server, webhook);
    const first = await list(server, '?limit=2&state=pending');
    const last = await list(server, `?limit=2&cursor=${first.nextCursor ?? ''}`);
    assert.equal(new Set([...first.items, ...last.items].map(({ id }) => id)).size, 3);
    assert.equal(last.nextCursor, null);
    problemOf(
      await server.ask('GET', '/v1/webhooks/deliveries?cursor=no-such-delivery'),
      400,
      'bad-request',
    );
  });
});

describe('the address of a target', () => {
  const url = new URL('http://name.test:9/');
  const message = { headers: {}, body: '{}' };

  it('is checked on what the name stands for when the connection is made', async () => {
    for (const address of ['127.0.0.1', '10.0.0.1', '169.254.169.254', '100.64.0.1', '::1']) {
      const outcome = await postWebhook(url, message, {
        allowPrivate: false,
        resolve: (_name, answer) => {
          answer(null, [
            { address: '1.1.1.1', family: 4 },
            { address, family: address.includes(':') ? 6 : 4 },
          ]);
        },
      });
      assert.deepEqual(outcome, { ok: false, fault: 'address-refused' }, address);
    }
  });

  it('is checked where it is no name', async () => {
    const outcome = await postWebhook(new URL('http://[::ffff:7f00:1]:9/'), message, {
      allowPrivate: false,
    });
    assert.deepEqual(outcome, { ok: false, fault: 'address-refused' });
  });

  it('may be any in development, and may not be there', async (t) => {
    const receiver = await startReceiver(t);
    const outcome = await postWebhook(
      new URL(receiver.url),
      { headers: {}, body: '{}' },
      {
        allowPrivate: true,
      },
    );
    assert.deepEqual(outcome, { ok: true, status: 204 });
    const nobody = await postWebhook(url, message, {
      allowPrivate: true,
      resolve: (_name, answer) => {
        answer(new Error('not found'));
      },
    });
    assert.deepEqual(nobody, { ok: false, fault: 'unreachable' });
    const unknown = await postWebhook(new URL('http://nowhere.invalid/'), message, {
      allowPrivate: true,
    });
    assert.deepEqual(unknown, { ok: false, fault: 'unreachable' });
  });
});
