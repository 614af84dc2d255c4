import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { until } from '../e2e/until.ts';
import { TcpProxy } from './tcp-proxy.ts';

describe('TcpProxy', () => {
  let echo: Server;
  let proxy: TcpProxy;
  let opened: Socket[];

  before(async () => {
    echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
    echo.listen(0, 'localhost');
    await once(echo, 'listening');
  });
  after(() => {
    echo.close();
  });
  beforeEach(async () => {
    opened = [];
    proxy = await TcpProxy.start((echo.address() as AddressInfo).port);
  });
  afterEach(async () => {
    for (const socket of opened) socket.destroy();
    await proxy.close();
  });

  /** A connection and what has come back over it. */
  async function open(): Promise<{ socket: Socket; received: () => string }> {
    const socket = connect(Number(new URL(proxy.url).port), 'localhost');
    opened.push(socket);
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString())).on('error', () => undefined);
    await once(socket, 'connect');
    return { socket, received: () => text };
  }

  it('carries bytes both ways, and the end of them', async () => {
    const { socket, received } = await open();
    socket.end('hello');
    await until('it is closed', () => socket.closed);
    assert.equal(received(), 'hello');
    await until('it has let go', () => proxy.open === 0);
  });

  it('drops what is open and takes what comes after', async () => {
    const first = await open();
    await until('it is open', () => proxy.open === 1);
    assert.equal(proxy.drop(), 1);
    await until('it is closed', () => first.socket.closed);
    const second = await open();
    second.socket.write('again');
    await until('it came back', () => second.received() === 'again');
  });

  it('swallows in silence, also of new connections, and lets it through at last', async () => {
    const early = await open();
    early.socket.write('before ');
    await until('it came back', () => early.received() === 'before ');
    proxy.swallow();
    const late = await open();
    await until('both are open', () => proxy.open === 2);
    early.socket.write('between');
    late.socket.write('between');
    const other = await open(); // its round trip is time enough for the bytes of the others
    assert.deepEqual(
      [early, late, other].map(({ socket }) => socket.destroyed),
      [false, false, false],
    );
    assert.deepEqual([early.received(), late.received()], ['before ', '']);
    proxy.pass();
    await until('all came back', () => early.received() === 'before between');
    await until('all came back', () => late.received() === 'between');
  });

  it('delays without changing the order', async () => {
    proxy.delay(50);
    const { socket, received } = await open();
    for (const letter of 'abcdef') socket.write(letter);
    await until('all came back', () => received() === 'abcdef');
  });
});
