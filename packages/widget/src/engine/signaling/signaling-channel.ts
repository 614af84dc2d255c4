import type {
  ClientEventName,
  ClientPayload,
  ClientResult,
  JoinRequest,
  ServerEventName,
  ServerPayload,
} from '@rendev/interview-protocol';
import type { RendevError } from '../rendev-error.ts';

export type ServerEvent = {
  [E in ServerEventName]: { readonly name: E; readonly payload: ServerPayload<E> };
}[ServerEventName];

/** One connection to the room; a new one is made for every attempt. */
export interface Connection {
  /**
   * Resolves with what the acknowledgement adds. Rejects with a `RendevError`: the server's code,
   * `timeout` or `server-unreachable`.
   */
  request<E extends ClientEventName>(
    event: E,
    payload: ClientPayload<E>,
    timeoutMs: number,
  ): Promise<ClientResult<E>>;
  /** Asks for no acknowledgement: what is refused or lost on the way, nobody hears of. */
  tell<E extends ClientEventName>(event: E, payload: ClientPayload<E>): void;
  /** Sends what was requested already, then ends. Nothing is received afterwards. */
  close(): void;
}

export interface ConnectionSink {
  /** The first event is `room:snapshot`, the answer to the join. */
  receive(event: ServerEvent): void;
  /** Once, unless `close` was called: the join was refused, or the connection was lost. */
  closed(error: RendevError): void;
}

/**
 * Opens a connection whose handshake is the join. `join` is called when the way is open and the
 * handshake is about to be sent, so that it tells the latest.
 */
export type Connect = (join: () => Promise<JoinRequest>, sink: ConnectionSink) => Connection;
