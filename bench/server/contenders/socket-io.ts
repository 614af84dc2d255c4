import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { tellPort } from './tell-port.ts';

// A relay on Socket.IO as tutorials write it. It asks nobody who they are, and answers nothing. With
// REDIS_URL it is one of many, by the adapter that the tutorials take.

const server = createServer();
const io = new Server(server, { transports: ['websocket'] });
const redis = process.env['REDIS_URL'];
if (redis !== undefined) {
  const { createAdapter } = await import('@socket.io/redis-adapter');
  const { createClient } = await import('@redis/client');
  const publisher = createClient({ url: redis });
  const subscriber = publisher.duplicate();
  await Promise.all([publisher.connect(), subscriber.connect()]);
  io.adapter(createAdapter(publisher, subscriber));
}
io.on('connection', (socket) => {
  socket.on('signal', (signal: { to: string }) => {
    io.to(signal.to).emit('signal', { ...signal, from: socket.id });
  });
  // A room of this name, told to its people, and forgotten: chat as tutorials write it.
  socket.on('join', (room: string, answer: () => void) => {
    void socket.join(room);
    socket.data = { room };
    answer();
  });
  socket.on('chat', (message: unknown, answer: () => void) => {
    socket.to((socket.data as { room: string }).room).emit('chat', message);
    answer();
  });
});
server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  tellPort(server.address());
});
