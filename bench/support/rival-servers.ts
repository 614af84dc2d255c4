import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Server as SecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { PeerServer } from 'peer';
import { Server as SocketServer } from 'socket.io';

export interface RivalServer {
  readonly url: string;
  close(): Promise<void>;
}

/** PeerJS's own server. */
export async function startPeerServer(): Promise<RivalServer> {
  const server = await new Promise<Parameters<typeof rival>[0]>((resolve) => {
    PeerServer({ port: 0, host: 'localhost', path: '/' }, resolve);
  });
  return rival(server);
}

/**
 * A relay as tutorials write it: `join` a room, `signal` to one of it or, where none is named, to all
 * of it; and a code check over REST.
 *
 * @param broadcast everything goes to everybody, also what names one
 */
export async function startRelay({ broadcast = false } = {}): Promise<RivalServer> {
  const server = createServer((_request, response) => {
    response.setHeader('access-control-allow-origin', '*').end('{"ok":true}');
  });
  const sockets = new SocketServer(server, { cors: { origin: '*' } });
  sockets.on('connection', (socket) => {
    let room = '';
    socket.on('join', (name: string, answer: (inside: string[]) => void) => {
      room = name;
      answer([...(sockets.sockets.adapter.rooms.get(room) ?? [])]);
      socket.to(room).emit('welcome');
      void socket.join(room);
    });
    socket.on('signal', (signal: { to?: string }) => {
      const to = broadcast ? room : (signal.to ?? room);
      socket.to(to).emit('signal', signal);
    });
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return rival(server);
}

const rival = (server: Server | SecureServer): RivalServer => ({
  url: `http://localhost:${(server.address() as AddressInfo).port}`,
  close: async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  },
});
