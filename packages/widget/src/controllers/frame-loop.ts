import type { ReactiveController, ReactiveControllerHost } from 'lit';

const INTERVAL_MS = 60;

/** Calls back about 16 times a second while its host is in a document and the page is seen. */
export class FrameLoop implements ReactiveController {
  readonly #callback: () => void;
  #frame = 0;
  #last = 0;

  constructor(host: ReactiveControllerHost, callback: () => void) {
    this.#callback = callback;
    host.addController(this);
  }

  hostConnected(): void {
    this.#frame = requestAnimationFrame(this.#step);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
  }

  readonly #step = (time: number): void => {
    this.#frame = requestAnimationFrame(this.#step);
    if (time - this.#last < INTERVAL_MS) return;
    this.#last = time;
    this.#callback();
  };
}
