import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Speaks for as long as a key is held: until it is let go, wherever that happens, or until the page
 * can no longer see whether it is.
 */
export class PushToTalk implements ReactiveController {
  readonly #speak: (on: boolean) => void;
  #held: AbortController | null = null;

  constructor(host: ReactiveControllerHost, speak: (on: boolean) => void) {
    this.#speak = speak;
    host.addController(this);
  }

  get isHeld(): boolean {
    return this.#held !== null;
  }

  /** Harmless while it is held: a held key repeats. */
  press(): void {
    if (this.#held !== null) return;
    this.#held = new AbortController();
    const { signal } = this.#held;
    const letGo = () => {
      this.#letGo();
    };
    window.addEventListener(
      'keyup',
      (event) => {
        if (event.code === 'Space') letGo();
      },
      { signal, capture: true },
    );
    window.addEventListener('blur', letGo, { signal });
    document.addEventListener('visibilitychange', letGo, { signal });
    this.#speak(true);
  }

  hostDisconnected(): void {
    this.#letGo();
  }

  #letGo(): void {
    if (this.#held === null) return;
    this.#held.abort();
    this.#held = null;
    this.#speak(false);
  }
}
