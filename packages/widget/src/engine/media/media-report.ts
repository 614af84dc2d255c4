import type { MediaState } from '@rendev/interview-protocol';
import type { RendevError } from '../rendev-error.ts';
import { isPassing } from '../passing.ts';

const RETRY_MS = 1_000;

/** Tells the server what is sent, one report at a time; only the latest state counts. */
export class MediaReport {
  readonly #send: (state: MediaState) => Promise<unknown>;
  readonly #confirmed: (state: MediaState) => void;
  #latest: MediaState;
  #known: MediaState;
  #busy = false;

  constructor(
    state: MediaState,
    send: (state: MediaState) => Promise<unknown>,
    confirmed: (state: MediaState) => void,
  ) {
    this.#latest = state;
    this.#known = state;
    this.#send = send;
    this.#confirmed = confirmed;
  }

  get latest(): MediaState {
    return this.#latest;
  }

  /** The join has told the server this state. */
  joinedWith(state: MediaState): void {
    this.#known = state;
    void this.#report();
  }

  update(state: MediaState): void {
    this.#latest = state;
    void this.#report();
  }

  async #report(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    while (!isSame(this.#known, this.#latest)) {
      const state = this.#latest;
      try {
        await this.#send(state);
        this.#known = state;
        this.#confirmed(state);
      } catch (error) {
        const { code, retryAfterMs } = error as RendevError;
        // Without a connection the next join tells the state.
        if (code === 'server-unreachable' || !isPassing(error as RendevError)) break;
        await new Promise((resolve) => setTimeout(resolve, retryAfterMs ?? RETRY_MS));
      }
    }
    this.#busy = false;
  }
}

function isSame(a: MediaState, b: MediaState): boolean {
  return a.microphone === b.microphone && a.camera === b.camera && a.screen === b.screen;
}
