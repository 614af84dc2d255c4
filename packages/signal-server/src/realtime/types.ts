import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { Joined } from '../rooms/join-service.ts';

/** What the handshake leaves for the connection. */
interface SocketData {
  joined: Joined;
  since: number;
}

// Of what a client sends nothing is known before it is checked; what it gets is typed by `Outlet`.
type Events = DefaultEventsMap;

export type RealtimeServer = Server<Events, Events, Events, SocketData>;
export type RealtimeSocket = Socket<Events, Events, Events, SocketData>;
