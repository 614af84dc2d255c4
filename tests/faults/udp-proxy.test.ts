import assert from 'node:assert/strict';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { until } from '../e2e/until.ts';
import { startUdpProxy, type UdpProxy } from './udp-proxy.ts';

const HERE = '127.0.0.1';

describe('the UDP proxy', () => {
  let echo: Socket;
  let heard: string[];
  let proxy: UdpProxy;
  let clients: Socket[];

  before(async () => {
    echo = createSocket('udp4', (datagram, { port, address }) => {
      heard.push(datagram.toString());
      echo.send(datagram, port, address);
    });
    echo.bind(0, HERE);
    await once(echo, 'listening');
  });
  after(() => {
    echo.close();
  });
  beforeEach(async () => {
    heard = [];
    clients = [];
    proxy = await startUdpProxy(HERE, echo.address().port);
  });
  afterEach(() => {
    for (const client of clients) client.close();
    proxy.close();
  });

  /** A client, and what has come back to it. */
  function open(): { send(text: string): void; readonly received: string[] } {
    const received: string[] = [];
    const socket = createSocket('udp4', (datagram) => received.push(datagram.toString()));
    clients.push(socket);
    return {
      received,
      send: (text) => {
        socket.send(text, proxy.port, HERE);
      },
    };
  }

  it('brings each client its own answers', async () => {
    const [first, second] = [open(), open()];
    first.send('one');
    second.send('two');
    await until('both are answered', () => first.received.length + second.received.length === 2);
    assert.deepEqual([first.received, second.received], [['one'], ['two']]);
  });

  it('drops in silence what comes while it is cut, and carries on afterwards', async () => {
    const client = open();
    client.send('before');
    await until('it is answered', () => client.received.length === 1);
    proxy.passing = false;
    client.send('between');
    // Another way to the same server shows that the datagram has had its time.
    const other = await startUdpProxy(HERE, echo.address().port);
    const witness = createSocket('udp4').on('message', () => heard.push('seen'));
    clients.push(witness);
    witness.send('witness', other.port, HERE);
    await until('the other way is open', () => heard.includes('seen'));
    other.close();
    proxy.passing = true;
    client.send('after');
    await until('it is answered again', () => client.received.length === 2);
    assert.deepEqual(client.received, ['before', 'after']);
    assert.ok(!heard.includes('between'));
  });
});
