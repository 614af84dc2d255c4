import assert from 'node:assert/strict';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { describe, it, type TestContext } from 'node:test';
import { ATTRIBUTE, CLASS, type MessageClass, type Method } from './constants.ts';
import { decodeMessage, encodeMessage, type Attribute, type StunMessage } from './message.ts';
import { TurnClient } from './turn-client.ts';

type Answer = { messageClass: MessageClass; attributes: Attribute[] } | 'silence';

/** A server that answers each request by a rule; `requests` are all that came. */
async function serve(
  context: TestContext,
  answer: (request: StunMessage, index: number) => Answer,
): Promise<{ port: number; requests: StunMessage[] }> {
  const requests: StunMessage[] = [];
  const socket: Socket = createSocket('udp4', (packet, { port, address }) => {
    const request = decodeMessage(packet);
    if (!request) return;
    const chosen = answer(request, requests.length);
    requests.push(request);
    if (chosen === 'silence') return;
    const { transactionId } = request;
    const method = request.method as Method;
    socket.send(encodeMessage({ method, transactionId, ...chosen }), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  context.after(() => socket.close());
  return { port: socket.address().port, requests };
}

async function connect(context: TestContext, port: number, timeoutMs = 5_000): Promise<TurnClient> {
  const controller = new AbortController();
  context.after(() => {
    controller.abort();
  });
  const connected = await TurnClient.connect(
    { transport: 'udp', address: '127.0.0.1', host: '127.0.0.1', port },
    { timeoutMs, signal: controller.signal },
  );
  assert.ok(connected.ok);
  return connected.client;
}

const user = { username: '1:seat', credential: 'secret' };
const challenge = (code: number, nonce: string): Answer => ({
  messageClass: CLASS.error,
  attributes: [
    { type: ATTRIBUTE.errorCode, value: Buffer.of(0, 0, Math.floor(code / 100), code % 100) },
    { type: ATTRIBUTE.realm, value: Buffer.from('example.org') },
    { type: ATTRIBUTE.nonce, value: Buffer.from(nonce) },
  ],
});

describe('TURN client', () => {
  it('sends again over UDP until an answer comes', async (context) => {
    const { port, requests } = await serve(context, (_, index) =>
      index === 0 ? 'silence' : { messageClass: CLASS.success, attributes: [] },
    );
    const client = await connect(context, port);
    assert.ok((await client.binding()).ok);
    assert.deepEqual(requests[0]?.raw, requests[1]?.raw);
  });

  it('ends without an answer', async (context) => {
    const { port } = await serve(context, () => 'silence');
    const client = await connect(context, port, 50);
    assert.deepEqual(await client.binding(), { ok: false, failure: { kind: 'timeout' } });
  });

  it('answers a challenge and a stale nonce once each', async (context) => {
    const { port, requests } = await serve(context, (_, index) =>
      index === 0 ? challenge(401, 'one') : challenge(438, `nonce ${index}`),
    );
    const client = await connect(context, port);
    const response = await client.allocate(user);
    assert.deepEqual(response, { ok: false, failure: { kind: 'refused', code: 438 } });
    assert.equal(requests.length, 3);
  });

  it('does not repeat a refused credential', async (context) => {
    const { port, requests } = await serve(context, () => challenge(401, 'nonce'));
    const client = await connect(context, port);
    const response = await client.allocate(user);
    assert.deepEqual(response, { ok: false, failure: { kind: 'refused', code: 401 } });
    assert.equal(requests.length, 2);
  });

  it('believes no success that is not signed', async (context) => {
    const { port } = await serve(context, (_, index) =>
      index === 0 ? challenge(401, 'nonce') : { messageClass: CLASS.success, attributes: [] },
    );
    const client = await connect(context, port);
    assert.deepEqual(await client.allocate(user), { ok: false, failure: { kind: 'forged' } });
  });

  it('ends what is under way when it is closed', async (context) => {
    const { port } = await serve(context, () => 'silence');
    const client = await connect(context, port);
    const binding = client.binding();
    client.close();
    assert.deepEqual(await binding, { ok: false, failure: { kind: 'closed', reason: 'aborted' } });
  });
});
