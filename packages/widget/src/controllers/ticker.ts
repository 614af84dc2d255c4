import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host again each second, on the second of the given clock. */
export class Ticker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #now: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param now the clock that the host shows, ms */
  constructor(host: ReactiveControllerHost, now: () => number) {
    this.#host = host;
    this.#now = now;
    host.addController(this);
  }

  hostConnected(): void {
    this.#schedule();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    // A little after the full second, so that rounding never shows the same one twice.
    this.#timer = setTimeout(
      () => {
        this.#host.requestUpdate();
        this.#schedule();
      },
      1010 - (this.#now() % 1000),
    );
  }
}
