import { randomUUID } from 'node:crypto';
import { type WebSocket, WebSocketServer } from 'ws';
import { tellPort } from './tell-port.ts';

// The least that a relay can be: parse, look up, pass on. It asks nobody who they are.

const people = new Map<string, WebSocket>();

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false }, () => {
  tellPort(server.address());
});
server.on('connection', (socket) => {
  const id = randomUUID();
  people.set(id, socket);
  socket.send(JSON.stringify({ id }));
  socket.on('message', (data: Buffer) => {
    const signal = JSON.parse(data.toString()) as { to: string };
    people.get(signal.to)?.send(JSON.stringify({ ...signal, from: id }));
  });
  socket.on('close', () => people.delete(id));
});
