import type {
  ClientEventName,
  ClientPayload,
  ClientResult,
  WireError,
} from '@rendev/interview-protocol';
import { Manager, type Socket } from 'socket.io-client';
import { jittered } from '../jitter.ts';
import { RendevError } from '../rendev-error.ts';
import type { Connect, ServerEvent } from './signaling-channel.ts';

const CONNECT_TIMEOUT_MS = 10_000;

type AnyAck = { readonly ok: true } | { readonly ok: false; readonly error: WireError };

/** Until the next try to have a connection at hand, where the last one ended or never came. */
const STAND_BY_AGAIN_MS = 5_000;

export interface Channel {
  readonly connect: Connect;
  /**
   * Keeps a connection open that has joined nothing yet, so that the next `connect` saves the round
   * trips of opening one. The server ends such connections after a while; then there is another.
   */
  standBy(signal: AbortSignal): void;
}

/**
 * The room by Socket.IO over websocket only. Reconnecting is not done here.
 *
 * @param interviewId by which a balancer can bring all people of an interview to one node
 */
export function socketIoChannel(server: string, interviewId: string): Channel {
  const { origin, pathname } = new URL(server, location.href);
  const path = `${pathname.replace(/\/+$/, '')}/v1/realtime`;
  const newManager = () =>
    new Manager(origin, {
      path,
      query: { interview: interviewId },
      transports: ['websocket'],
      autoConnect: false,
      reconnection: false,
      timeout: CONNECT_TIMEOUT_MS,
    });
  let spare: Manager | null = null;

  const connect: Connect = (join, sink) => {
    let isSpare = spare !== null;
    let isClosed = false;
    const open = (manager: Manager): Socket => {
      const socket = manager.socket('/', {
        auth: (send) => {
          void join().then(send);
        },
      });
      socket.onAny((name: string, payload: unknown) => {
        isSpare = false;
        // The server speaks the protocol version that it was asked for, so its events have its shapes.
        sink.receive({ name, payload } as ServerEvent);
      });
      socket.on('connect_error', (error: Error & { data?: unknown }) => {
        socket.disconnect();
        if (isWireError(error.data)) sink.closed(fromWire(error.data));
        else over(error);
      });
      socket.on('disconnect', (reason) => {
        if (reason !== 'io client disconnect') over(reason);
      });
      return socket.connect();
    };
    /** One that was at hand may have died unnoticed: that says nothing about the server. */
    const over = (cause: unknown) => {
      if (isClosed) return;
      if (!isSpare) {
        sink.closed(unreachable(cause));
        return;
      }
      isSpare = false;
      socket = open(newManager());
    };
    const manager = spare ?? newManager();
    spare = null;
    let socket = open(manager);

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
      tell(event, payload) {
        if (socket.connected) socket.emit(event, payload);
      },
      close() {
        isClosed = true;
        socket.offAny();
        socket.disconnect();
      },
    };
  };

  const standBy = (signal: AbortSignal) => {
    if (signal.aborted || spare !== null) return;
    const manager = newManager();
    spare = manager;
    const drop = () => {
      if (spare === manager) {
        spare = null;
        manager.engine.close();
      }
    };
    signal.addEventListener('abort', drop);
    const again = () => {
      signal.removeEventListener('abort', drop);
      if (spare !== manager) return;
      spare = null;
      setTimeout(() => {
        standBy(signal);
      }, jittered(STAND_BY_AGAIN_MS));
    };
    manager.on('close', again);
    manager.open((error) => {
      if (error) again();
    });
  };

  return { connect, standBy };
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
