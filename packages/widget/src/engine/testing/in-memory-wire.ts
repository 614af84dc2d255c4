import type {
  ClientEventName,
  ClientPayload,
  ClientResult,
  ErrorCode,
  WireError,
} from '@rendev/interview-protocol';
import { RendevError } from '../rendev-error.ts';
import type { Connection, ConnectionSink, ServerEvent } from '../signaling/signaling-channel.ts';

export type Answer = { readonly ok: true; readonly result: unknown } | Refusal;
export interface Refusal {
  readonly ok: false;
  readonly error: WireError;
}

type ToServer =
  | {
      readonly type: 'request';
      readonly id: number;
      readonly event: ClientEventName;
      readonly payload: unknown;
    }
  | { readonly type: 'bye' };
type ToClient =
  | { readonly type: 'event'; readonly event: ServerEvent }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'closed'; readonly error: WireError };

/** The server's end of a wire. */
export interface ServerEnd {
  emit(event: ServerEvent): void;
  /** Refuses the join, or cuts the connection. */
  close(error: WireError): void;
}

export interface ServerHandlers {
  request(event: ClientEventName, payload: unknown): Answer;
  gone(): void;
}

interface Pending {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: RendevError) => void;
}

const unreachable = (): RendevError => new RendevError('server-unreachable', { retryable: true });

/**
 * A connection over a MessageChannel: messages are really copied, arrive in later tasks and in the
 * order of sending, as over a websocket.
 */
export function openWire(
  sink: ConnectionSink,
  accept: (end: ServerEnd) => Promise<ServerHandlers>,
): Connection {
  const { port1: client, port2: server } = new MessageChannel();
  const pending = new Map<number, Pending>();
  let requests = 0;
  let isOpen = true;

  const shut = () => {
    isOpen = false;
    for (const { reject } of pending.values()) reject(unreachable());
    pending.clear();
    client.onmessage = null;
  };
  client.onmessage = ({ data }: MessageEvent<ToClient>) => {
    if (data.type === 'event') {
      sink.receive(data.event);
    } else if (data.type === 'answer') {
      pending.get(data.id)?.resolve(data.answer);
      pending.delete(data.id);
    } else {
      shut();
      sink.closed(toError(data.error));
    }
  };

  const toClient = (message: ToClient) => {
    server.postMessage(message);
  };
  let handlers: ServerHandlers | null = null;
  let isGone = false;
  const end: ServerEnd = {
    emit: (event) => {
      toClient({ type: 'event', event });
    },
    close: (error) => {
      toClient({ type: 'closed', error });
      server.onmessage = null;
    },
  };
  server.onmessage = ({ data }: MessageEvent<ToServer>) => {
    if (data.type === 'bye') {
      server.onmessage = null;
      isGone = true;
      handlers?.gone();
    } else if (handlers) {
      const answer = handlers.request(data.event, data.payload);
      toClient({ type: 'answer', id: data.id, answer });
    }
  };
  setTimeout(() => {
    void accept(end).then((accepted) => {
      handlers = accepted;
      if (isGone) accepted.gone();
    });
  });

  return {
    async request<E extends ClientEventName>(
      event: E,
      payload: ClientPayload<E>,
      timeoutMs: number,
    ): Promise<ClientResult<E>> {
      if (!isOpen) throw unreachable();
      const id = ++requests;
      const answer = await new Promise<Answer>((resolve, reject) => {
        pending.set(id, { resolve, reject });
        setTimeout(() => {
          reject(new RendevError('timeout', { retryable: true }));
        }, timeoutMs);
        client.postMessage({ type: 'request', id, event, payload } satisfies ToServer);
      });
      if (!answer.ok) throw toError(answer.error);
      return answer.result as ClientResult<E>;
    },
    tell(event, payload) {
      if (!isOpen) return;
      client.postMessage({ type: 'request', id: ++requests, event, payload } satisfies ToServer);
    },
    close() {
      if (!isOpen) return;
      client.postMessage({ type: 'bye' } satisfies ToServer);
      shut();
    },
  };
}

function toError({ code, retryable, retryAfterMs, interview }: WireError): RendevError {
  // The one code that a wire can give which is not the server's.
  if (code === 'unavailable') return unreachable();
  return new RendevError(code, {
    retryable,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(interview && { interview }),
  });
}

export function wireError(code: ErrorCode): WireError {
  return { code, retryable: ['unavailable', 'full', 'not-admitted'].includes(code) };
}

export function refusal(code: ErrorCode): Refusal {
  return { ok: false, error: wireError(code) };
}
