import type {
  ClientEventName,
  ClientPayload,
  ClientResult,
  WireError,
} from '@rendev/interview-protocol';
import { io } from 'socket.io-client';
import { RendevError } from '../rendev-error.ts';
import type { Connect, ServerEvent } from './signaling-channel.ts';

const CONNECT_TIMEOUT_MS = 10_000;

type AnyAck = { readonly ok: true } | { readonly ok: false; readonly error: WireError };

/** The room by Socket.IO over websocket only. Reconnecting is not done here. */
export function socketIoChannel(server: string): Connect {
  const { origin, pathname } = new URL(server, location.href);
  const path = `${pathname.replace(/\/+$/, '')}/v1/realtime`;

  return (join, sink) => {
    const socket = io(origin, {
      path,
      auth: (send) => {
        send(join());
      },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      timeout: CONNECT_TIMEOUT_MS,
    });
    socket.onAny((name: string, payload: unknown) => {
      // The server speaks the protocol version that it was asked for, so its events have its shapes.
      sink.receive({ name, payload } as ServerEvent);
    });
    socket.on('connect_error', (error: Error & { data?: unknown }) => {
      socket.disconnect();
      sink.closed(isWireError(error.data) ? fromWire(error.data) : unreachable(error));
    });
    socket.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') sink.closed(unreachable(reason));
    });

    return {
      async request<E extends ClientEventName>(
        event: E,
        payload: ClientPayload<E>,
        timeoutMs: number,
      ): Promise<ClientResult<E>> {
        // Socket.IO would keep what is sent without a connection and send it at some later time.
        if (!socket.connected) throw unreachable();
        const ack = await socket
          .timeout(timeoutMs)
          .emitWithAck(event, payload)
          .then(
            (answer: AnyAck) => answer,
            (cause: unknown) => {
              throw socket.connected
                ? new RendevError('timeout', { retryable: true, cause })
                : unreachable(cause);
            },
          );
        if (!ack.ok) throw fromWire(ack.error);
        return ack as unknown as ClientResult<E>;
      },
      close() {
        socket.offAny();
        socket.disconnect();
      },
    };
  };
}

function isWireError(data: unknown): data is WireError {
  return typeof (data as Partial<WireError> | undefined)?.code === 'string';
}

function fromWire({ code, retryable, retryAfterMs, interview }: WireError): RendevError {
  return new RendevError(code, {
    retryable,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(interview && { interview }),
  });
}

function unreachable(cause?: unknown): RendevError {
  return new RendevError('server-unreachable', { retryable: true, cause });
}
