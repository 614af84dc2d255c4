import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Clock, systemClock } from '../../engine/clock.ts';

/** Between the end of one hint and the next; ms. */
const COOLDOWN_MS = 30_000;

/** Whether to tell a person who speaks into a muted microphone: at most once in half a minute. */
export class TalkingMuted implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: Clock;
  #talking = false;
  #shown = false;
  #endedAt = -Infinity;
  #cancel: () => void = () => undefined;

  constructor(host: ReactiveControllerHost, clock = systemClock) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  get isShown(): boolean {
    return this.#shown;
  }

  follow(talking: boolean): void {
    if (talking === this.#talking) return;
    this.#talking = talking;
    this.#cancel();
    if (!talking) {
      if (this.#shown) this.#endedAt = this.#clock.now();
      this.#shown = false;
      return;
    }
    const wait = this.#endedAt + COOLDOWN_MS - this.#clock.now();
    if (wait <= 0) this.#shown = true;
    else {
      this.#cancel = this.#clock.after(wait, () => {
        this.#shown = true;
        this.#host.requestUpdate();
      });
    }
  }

  hostDisconnected(): void {
    this.#cancel();
    this.#talking = false;
  }
}
