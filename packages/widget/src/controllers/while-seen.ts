import type { ReactiveController, ReactiveControllerHost } from 'lit';

const INTERVAL_MS = 1000;

/** Calls back at once, and then each second, while its host is in a document and the page is seen. */
export class WhileSeen implements ReactiveController {
  readonly #callback: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, callback: () => void) {
    this.#callback = callback;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#start);
    this.#start();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#start);
    clearInterval(this.#timer);
  }

  readonly #start = (): void => {
    clearInterval(this.#timer);
    if (document.visibilityState === 'hidden') return;
    this.#timer = setInterval(this.#callback, INTERVAL_MS);
    this.#callback();
  };
}
