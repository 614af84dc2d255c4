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

  /** Made when it is first asked for; an idle one holds nothing. */
  get session(): Session {
    return (this.#session ??= this.#open(this.#lifetime.signal));
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.end();
    });
  }

  /** Disposes of the session, which still tells its listeners that it is over. */
  end(): void {
    this.#session?.dispose();
    this.#session = null;
    this.#lifetime.abort();
    this.#lifetime = new AbortController();
  }
}
