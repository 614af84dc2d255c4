import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import {
  ChatPage,
  DeliveryPage,
  Interview,
  InterviewCreated,
  InterviewPage,
  InterviewSummary,
  Overview,
  TicketResponse,
  Webhook,
  WebhookDelivery,
  WebhookList,
  WebhookWithSecret,
} from '@rendev/interview-protocol';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { createClient, type ClientAnswer } from '../src/client/index.ts';
import { startRestServer } from './support/rest-server.ts';

/** The value of a good answer, which must keep to the schema that its type comes from. */
function valueOf<T>(answer: ClientAnswer<T>, schema: TSchema): T {
  assert.ok(answer.ok, JSON.stringify(answer));
  assert.deepEqual([...Value.Errors(schema, answer.value)], []);
  return answer.value;
}

describe('the client for back ends', () => {
  it('drives a real server through every route that OpenAPI has for them', async (t) => {
    const server = await startRestServer(t);
    const asked = new Set<string>();
    const { interviews, webhooks, overview } = createClient({
      server: `${server.url}/`,
      apiKey: server.apiKey,
      fetch: (url, init) => {
        const { pathname } = new URL(url instanceof Request ? url.url : url);
        const path = pathname.replace(/(interviews|webhooks|deliveries)\/[\w-]{22}/, '$1/{id}');
        asked.add(`${(init?.method ?? '').toLowerCase()} ${path}`);
        return fetch(url, init);
      },
    });

    const input = { scheduledAt: new Date(server.clock.now).toISOString() };
    const use = { idempotencyKey: 'first' };
    const created = valueOf(await interviews.create(input, use), InterviewCreated);
    assert.deepEqual(valueOf(await interviews.create(input, use), InterviewCreated), created);
    const { id } = created;
    assert.equal(valueOf(await interviews.list({ limit: 1 }), InterviewPage).items[0]?.id, id);
    const got = await interviews.get(id);
    valueOf(got, Interview);
    const ifMatch = got.ok ? (got.etag ?? '') : '';
    const patched = await interviews.patch(id, { title: 'New' }, { ifMatch });
    assert.equal(valueOf(patched, Interview).title, 'New');
    const late = await interviews.patch(id, { title: 'Newer' }, { ifMatch });
    assert.equal(late.ok ? 'ok' : late.error.code, 'changed-meanwhile');
    valueOf(await interviews.ticket(id, { role: 'candidate', name: 'Minho' }), TicketResponse);
    valueOf(await interviews.messages(id), ChatPage);
    valueOf(await interviews.summary(id), InterviewSummary);
    const { scheduledAt: from } = created;
    const to = new Date(server.clock.now + 1).toISOString();
    const seen = valueOf(await overview({ from, to }), Overview);
    assert.deepEqual(
      seen.items.map(({ interview }) => interview.id),
      [id],
    );
    assert.equal(valueOf(await interviews.end(id), Interview).status, 'ended');
    assert.notEqual(valueOf(await interviews.erase(id), Interview).erasedAt, null);
    const second = valueOf(await interviews.create(input), InterviewCreated);
    assert.equal(valueOf(await interviews.cancel(second.id), Interview).status, 'canceled');

    const added = await webhooks.add({ url: 'https://nowhere.test/' });
    const webhook = valueOf(added, WebhookWithSecret);
    valueOf(await webhooks.list(), WebhookList);
    valueOf(await webhooks.rotate(webhook.id), WebhookWithSecret);
    valueOf(await webhooks.enable(webhook.id), Webhook);
    assert.ok((await webhooks.test(webhook.id)).ok);
    const { items } = valueOf(await webhooks.deliveries({ limit: 1 }), DeliveryPage);
    valueOf(await webhooks.replay(items[0]?.id ?? ''), WebhookDelivery);
    const removed = await webhooks.remove(webhook.id);
    assert.ok(removed.ok);
    assert.equal(removed.value, undefined);

    const { paths } = (await server.ask('GET', '/openapi.json')).body as {
      paths: Record<string, Record<string, { security?: object[] }>>;
    };
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { security }]) =>
        security ? [`${method} ${path}`] : [],
      ),
    );
    assert.deepEqual([...asked].sort(), documented.sort());
  });

  it('answers refusals as values, and a proxy that fails as unavailable', async (t) => {
    const server = await startRestServer(t);
    const stranger = createClient({ server: server.url, apiKey: 'rdv_unknown' });
    const refused = await stranger.interviews.get('none');
    assert.equal(refused.ok ? 'ok' : refused.error.code, 'unauthorized');

    const proxy = createServer((_request, response) => {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    t.after(() => proxy.close());
    const { port } = proxy.address() as AddressInfo;
    const behind = createClient({ server: `http://127.0.0.1:${port}`, apiKey: 'x' });
    const failed = await behind.webhooks.list();
    assert.ok(!failed.ok);
    assert.equal(failed.error.code, 'unavailable');
    assert.equal(failed.error.retryable, true);
    assert.equal(failed.status, 502);
  });

  it('rejects where nobody answers', async () => {
    const { interviews } = createClient({ server: 'http://127.0.0.1:9', apiKey: 'x' });
    await assert.rejects(interviews.get('none'), TypeError);
  });
});
