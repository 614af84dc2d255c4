import type { ClientEventName, ClientPayload, ClientResult } from '@rendev/interview-protocol';

/** What the chat needs of the room. */
export interface ChatPort {
  /** Rejects with a `RendevError`. */
  request<E extends ClientEventName>(event: E, payload: ClientPayload<E>): Promise<ClientResult<E>>;
  changed(): void;
}
