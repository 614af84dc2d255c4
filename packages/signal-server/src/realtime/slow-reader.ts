import type { RealtimeSocket } from './types.ts';

/**
 * Characters that may wait for one reader: more than the longest snapshot, which holds a page of
 * messages of the greatest length. As much again may be on its way already.
 */
const WAITING_MAX = 2_000_000;

/**
 * Ends a connection whose peer does not read what it gets, before what waits for it fills the memory.
 * Pings do not find such a peer: a pong may be sent without the ping having been read. The socket is
 * cut without a goodbye, which would wait in the same row.
 */
export function cutSlowReader(conn: RealtimeSocket['conn']): void {
  const { socket } = conn.request;
  let waiting = 0;
  conn.on('packetCreate', ({ data }: { readonly data?: unknown }) => {
    if (typeof data === 'string') waiting += data.length;
    if (waiting > WAITING_MAX) socket.destroy();
  });
  // Everything that waited is handed to the transport, which takes more when that is written.
  conn.on('flush', () => {
    waiting = 0;
  });
}
