import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { LIMITS } from '@rendev/interview-protocol';
import { Server } from 'socket.io';
import type { HostsService } from '../hosts/hosts-service.ts';
import type { RealtimeServer } from './types.ts';

/** A dead peer is noticed within ping interval and timeout: 8 s instead of Socket.IO's 45 s. */
const PING_MS = 4_000;

/** WebSocket only: no sticky sessions are needed. Recovery is ours (snapshots), not Socket.IO's. */
export function createSocketServer(
  server: HttpServer,
  hosts: Pick<HostsService, 'anyHostAllows'>,
): RealtimeServer {
  // Nobody else listens to a socket while `allowRequest` waits: its reset would end the process.
  server.prependListener('upgrade', (_request: IncomingMessage, socket: Duplex) => {
    socket.on('error', leave);
  });
  return new Server(server, {
    path: '/v1/realtime',
    serveClient: false,
    transports: ['websocket'],
    maxHttpBufferSize: LIMITS.packetBytes,
    pingInterval: PING_MS,
    pingTimeout: PING_MS,
    // Pages open their connection in the lobby and join over it later.
    connectTimeout: 45_000,
    perMessageDeflate: false,
    // CORS does not apply to WebSockets: without this any page could open one.
    allowRequest: (request, answer) => {
      isWelcome(request, hosts).then(
        (welcome) => {
          answer(welcome ? null : 'origin-forbidden', welcome);
        },
        () => {
          answer('internal', false);
        },
      );
    },
  });
}

/** What is reset is closed by whoever has it. */
const leave = (): undefined => undefined;

/** Of a page, its origin must be some host's; the join asks for the interview's own host. */
const isWelcome = async (
  { headers }: IncomingMessage,
  hosts: Pick<HostsService, 'anyHostAllows'>,
): Promise<boolean> => headers.origin === undefined || hosts.anyHostAllows(headers.origin);

/** How long a closing server waits for its last words to be sent, and how often it looks, in ms. */
const DRAIN_MS = 1_000;
const LOOK_MS = 10;

/** Lets the sockets that were told to close do so, then cuts off the rest. */
export async function closeSocketServer({ engine }: RealtimeServer): Promise<void> {
  for (let waited = 0; engine.clientsCount > 0 && waited < DRAIN_MS; waited += LOOK_MS) {
    await delay(LOOK_MS);
  }
  engine.close();
}
