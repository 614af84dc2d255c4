import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Long enough to be read twice; ms. */
const SHOWN_MS = 8000;

/** One sentence about what has just been done or has failed; the next takes its place. */
export class PassingNotice implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Empty for none. */
  get text(): string {
    return this.#text;
  }

  show(text: string): void {
    clearTimeout(this.#timer);
    this.#text = text;
    if (text !== '') {
      this.#timer = setTimeout(() => {
        this.show('');
      }, SHOWN_MS);
    }
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#text = '';
  }
}
