import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../engine/session.ts';

/**
 * One session for as long as its host is in a document. Leaving the document disposes of it, but a
 * move within one task does not: the host is back before the microtask looks.
 */
export class SessionLife implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #open: (signal: AbortSignal) => Session;
  #lifetime = new AbortController();
  #session: Session | null = null;

  /** @param open makes a session whose listeners end with the signal */
  constructor(host: ReactiveControllerHost & HTMLElement, open: (signal: AbortSignal) => Session) {
    this.#host = host;
    this.#open = open;
    host.addController(this);
  }

  get session(): Session | null {
    return this.#session;
  }

  hostConnected(): void {
    if (this.#session === null) this.renew();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#close();
    });
  }

  /** Another session in place of the present one. */
  renew(): void {
    this.#close();
    this.#lifetime = new AbortController();
    this.#session = this.#open(this.#lifetime.signal);
  }

  #close(): void {
    this.#lifetime.abort();
    this.#session?.dispose();
    this.#session = null;
  }
}
