import { Lasting } from './lasting.ts';
import type { LinkSample } from './link-sample.ts';

/** Above this the bitrate is lowered, and above the second the camera gives way to the voice. */
const LOSS_LOWERS_PERCENT = 10;
const LOSS_PAUSES_PERCENT = 15;
const LOSS_CALM_PERCENT = 5;
/** The voice takes 40 to 70, and the smallest picture as much again. */
const STARVED_KBPS = 80;
const LOSS_LASTS_MS = 3_000;
/** Long enough for an estimate to rise by itself after the camera has been turned on again. */
const STARVED_LASTS_MS = 6_000;
const CALM_MS = 10_000;
const PAUSE_WAITS_MS = [10_000, 20_000, 40_000] as const;
const FORGIVEN_AFTER_MS = 30_000;
/** After an outage the peer reports what was lost in it, and the estimate has to rise again. */
const OUTAGE_ECHO_MS = 6_000;
/** Weight of a new sample. */
const NEW = 0.4;
const LOWEST = 2;
const PAUSED = 3;

/**
 * Makes way for the voice on a bad path: less bitrate for pictures, then no camera. Comes back step
 * by step after calm, and waits longer each time that the camera had to be paused again.
 */
export class PathBackOff {
  readonly #lossy = new Lasting();
  readonly #starved = new Lasting();
  readonly #calm = new Lasting();
  #lossPercent = 0;
  #cutAt = -Infinity;
  #step = 0;
  #pauses = 0;
  #cause: 'packet-loss' | 'bandwidth' | null = null;

  /** How many times the bitrate of pictures is lowered, 0 to 2. */
  get lowered(): number {
    return Math.min(this.#step, LOWEST);
  }

  /** Why the camera pauses; `null` while it may be sent. */
  get pausedBy(): 'packet-loss' | 'bandwidth' | null {
    return this.#step === PAUSED ? this.#cause : null;
  }

  add(sample: LinkSample): void {
    const { at, availableKbps, outgoing } = sample;
    // A picture is answered by reports all the time. Without any the path is cut, which is not for
    // the sender to mend: a camera that is paused for it would stay away when the path is back.
    if (outgoing.camera && sample.receivedBytes === 0) this.#cutAt = at;
    const isOutage = at - this.#cutAt < OUTAGE_ECHO_MS;
    // `null`: nothing is sent that could get lost, or the peer reports nothing.
    const lossPercent = isOutage ? 0 : (sample.outgoingLossPercent ?? 0);
    this.#lossPercent = this.#lossPercent * (1 - NEW) + lossPercent * NEW;
    const limit = this.#step === LOWEST ? LOSS_PAUSES_PERCENT : LOSS_LOWERS_PERCENT;
    const isShort = availableKbps !== null && availableKbps < STARVED_KBPS;
    const isStarved = outgoing.camera !== null && isShort && !isOutage;
    const lossyFor = this.#lossy.look(this.#lossPercent > limit, at);
    const starvedFor = this.#starved.look(isStarved, at);
    const calmFor = this.#calm.look(!isStarved && this.#lossPercent < LOSS_CALM_PERCENT, at);
    if (this.#step === 0 && calmFor >= FORGIVEN_AFTER_MS) this.#pauses = 0;
    if (this.#step < PAUSED && lossyFor >= LOSS_LASTS_MS) {
      this.#take(this.#step + 1, 'packet-loss');
    } else if (this.#step < PAUSED && starvedFor >= STARVED_LASTS_MS) {
      this.#take(PAUSED, 'bandwidth');
    } else if (this.#step > 0 && calmFor >= this.#waitMs) {
      this.#take(this.#step - 1, this.#cause);
    }
  }

  get #waitMs(): number {
    if (this.#step < PAUSED) return CALM_MS;
    return PAUSE_WAITS_MS[this.#pauses - 1] ?? PAUSE_WAITS_MS[2];
  }

  #take(step: number, cause: 'packet-loss' | 'bandwidth' | null): void {
    this.#step = step;
    this.#cause = cause;
    if (step === PAUSED) this.#pauses += 1;
    this.#lossy.reset();
    this.#starved.reset();
    this.#calm.reset();
  }
}
