import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { WebhookEvent } from '@rendev/interview-protocol';

const PATIENCE_MS = 20_000;

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: WebhookEvent;
}

/** A host's back end that takes webhooks, with the status that the test says. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** Status of the answers from now on; `null` for none at all. */
  status: number | null;
  /** Resolves when so many have come. */
  until(count: number): Promise<Received[]>;
}

export async function startReceiver(t: TestContext, port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(405).end();
      return;
    }
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const event = JSON.parse(body) as WebhookEvent;
      received.push({ headers: request.headers, body, event });
      if (receiver.status === null) return;
      response
        .writeHead(receiver.status, { location: `${receiver.url}elsewhere` })
        .end('x'.repeat(9));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    status: 204,
    async until(count) {
      const deadline = Date.now() + PATIENCE_MS;
      while (received.length < count) {
        await delay(10);
        if (Date.now() > deadline) {
          const types = received.map(({ event }) => event.type).join(', ');
          throw new Error(`Waited in vain for ${count} webhooks; came: ${types}`);
        }
      }
      return received.slice(0, count);
    },
  };
  return receiver;
}
