import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import type { Client } from './client.ts';
import { type Joined, TestServer } from './server.ts';

/** A line between a page and the server, which can be cut or lose everything from now on. */
async function startLine(t: TestContext, url: string) {
  const sockets = new Set<Socket>();
  const line = createServer((near) => {
    const far = connect(Number(new URL(url).port), '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.pipe(far);
    far.pipe(near);
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  t.after(() => {
    cut();
    line.close();
  });
  return {
    url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    cut,
    lose() {
      for (const socket of sockets) socket.unpipe().pause();
    },
  };
}

async function startCall(t: TestContext) {
  const server = await TestServer.start();
  const line = await startLine(t, server.url);
  // After the line is gone nothing of a page waits for its end.
  t.after(() => server.close());
  const interview = await server.interview();
  const stayer = await server.join(interview);
  const ticket = await server.ticket(interview);
  const ghost = server.connect({ ticket }, { url: line.url });
  const joined = await ghost.snapshot();
  return { server, line, stayer, ghost: Object.assign(ghost, { joined }) };
}

const lossOf = (stayer: Client, { joined }: Joined) =>
  stayer.event(
    'participant:updated',
    ({ participant: { id, presence } }) => id === joined.self.id && presence === 'disconnected',
  );

describe('a page that is gone without a word', () => {
  it('is seen at once when its connection breaks', async (t) => {
    const { line, stayer, ghost } = await startCall(t);
    line.cut();
    await lossOf(stayer, ghost);
  });

  it('is seen when its network is lost: pings tell it within 10 s', async (t) => {
    const { server, line, stayer, ghost } = await startCall(t);
    line.lose();
    await lossOf(stayer, ghost);
    // Its connection is let go of, and the page may be back by another way.
    const again = server.resume(ghost);
    assert.deepEqual(await again.self(), ghost.joined.self);

    const url = `${server.url.replace('http', 'ws')}/v1/realtime/?EIO=4&transport=websocket`;
    const socket = new WebSocket(url);
    const [message] = (await once(socket, 'message')) as [{ data: string }];
    socket.close();
    // The first packet of Engine.IO tells the client what it is held to.
    const open = JSON.parse(message.data.slice(1)) as Record<
      'pingInterval' | 'pingTimeout',
      number
    >;
    assert.ok(open.pingInterval + open.pingTimeout < 10_000);
  });
});
