import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Content } from './wire.ts';
import { openSocket } from './raw-socket.ts';

/** A message as PeerJS writes it. */
export interface PeerSignal {
  readonly type: 'OFFER' | 'CANDIDATE';
  readonly dst: string;
  readonly payload: Content;
}

/** As PeerJS' client does; the server ends a connection without them after a minute and a half. */
const HEARTBEAT_MS = 5_000;

/** A person at a PeerJS server. */
export async function openPeer(port: number): Promise<{ socket: WebSocket; id: string }> {
  const id = randomUUID();
  const query = new URLSearchParams({ key: 'peerjs', id, token: randomUUID() });
  const { socket } = await openSocket(`ws://127.0.0.1:${port}/peerjs?${query.toString()}`);
  const beat = setInterval(() => {
    socket.send(JSON.stringify({ type: 'HEARTBEAT' }));
  }, HEARTBEAT_MS);
  socket.once('close', () => {
    clearInterval(beat);
  });
  return { socket, id };
}
