import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A value that counts only once it has stayed the same for a while. */
export class Settled implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #delayMs: number;
  readonly #changed: (now: string, before: string) => void;
  #latest = '';
  #value = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed called when a value has settled, before the host renders again */
  constructor(
    host: ReactiveControllerHost,
    delayMs: number,
    changed: (now: string, before: string) => void = () => undefined,
  ) {
    this.#host = host;
    this.#delayMs = delayMs;
    this.#changed = changed;
    host.addController(this);
  }

  get value(): string {
    return this.#value;
  }

  follow(value: string): void {
    if (value === this.#latest) return;
    this.#latest = value;
    clearTimeout(this.#timer);
    if (value === this.#value) return;
    this.#timer = setTimeout(() => {
      const before = this.#value;
      this.#value = value;
      this.#changed(value, before);
      this.#host.requestUpdate();
    }, this.#delayMs);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#latest = this.#value;
  }
}
