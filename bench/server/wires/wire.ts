import type { WebSocket } from 'ws';
import type { SocketIoClient } from './socket-io-client.ts';

/** What two people send each other while a call is set up. */
export type Content =
  | { readonly description: { type: 'offer' | 'answer'; sdp: string; offerId: string } }
  | {
      readonly candidates: readonly { candidate: string; sdpMid: string; sdpMLineIndex: number }[];
    };

/** One person's end of a way to the other one, through a server. */
export interface Wire {
  send(content: Content): void;
  /** Called with each signal that arrives. */
  onSignal: () => void;
  close(): void;
}

export type Pair = readonly [Wire, Wire];

/** On a Socket.IO client whose server gives it signals by the event `signal`. */
export function clientWire(client: SocketIoClient, send: Wire['send']): Wire {
  const close = () => {
    client.close();
  };
  const wire: Wire = { send, onSignal: () => undefined, close };
  client.on('signal', () => {
    wire.onSignal();
  });
  return wire;
}

/** On a bare WebSocket; every message that comes is a signal, in JSON. */
export function socketWire(socket: WebSocket, messageOf: (content: Content) => object): Wire {
  const wire: Wire = {
    send: (content) => {
      socket.send(JSON.stringify(messageOf(content)));
    },
    onSignal: () => undefined,
    close: () => {
      socket.terminate();
    },
  };
  socket.on('message', (data: Buffer) => {
    JSON.parse(data.toString());
    wire.onSignal();
  });
  return wire;
}
