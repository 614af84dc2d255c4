import { Lasting } from './lasting.ts';
import type { LinkSample } from './link-sample.ts';

export type Weakness = 'packet-loss' | 'delay' | 'bandwidth';

/** As of the snapshot's `Quality`. */
export interface RatingView {
  readonly incoming: number | null;
  readonly outgoing: number | null;
  readonly weakness: Weakness | null;
}

export interface Measured {
  readonly roundTripMs: number;
  readonly jitterMs: number;
  readonly lossPercent: number;
}

const BEST = 94.768;
/** A line gets weak below the first and good again above the second, so that it does not flicker. */
const WEAK_BELOW = 80;
const GOOD_FROM = 83;
const CHANGE_AFTER_MS = 2_000;
/** An estimate takes some seconds to rise after the start and after a change of path. */
const SHORT_AFTER_MS = 5_000;
/** More bandwidth only makes the picture finer; with less it can be seen to be poor. */
const DECENT_KBPS = 300;
/** Weight of a new sample. */
const NEW = 0.4;
const FORGET_AFTER_MS = 5_000;
const STEP = 5;

/**
 * The E-model (ITU-T G.107) as far as delay, jitter and loss go: R of 0 to 94. The effective latency
 * takes the jitter twice, for the buffer, and 10 ms for coding.
 */
export function ratingOf(measured: Measured): number {
  return Math.max(0, BEST - delayImpairment(measured) - lossImpairment(measured));
}

function delayImpairment({ roundTripMs, jitterMs }: Measured): number {
  const effectiveMs = roundTripMs + 2 * jitterMs + 10;
  return effectiveMs < 160 ? effectiveMs / 40 : (effectiveMs - 120) / 10;
}

function lossImpairment({ lossPercent }: Measured): number {
  return 2.5 * lossPercent;
}

/** How good a link is in each direction, and what is wrong with it, smoothed over its samples. */
export class LinkRating {
  readonly #incoming = new DirectionRating();
  readonly #outgoing = new DirectionRating();
  readonly #short = new Lasting();
  readonly #other = new Lasting();
  #weakness: Weakness | null = null;
  #proposed: Weakness | null = null;

  get view(): RatingView {
    return {
      incoming: this.#incoming.shown,
      outgoing: this.#outgoing.shown,
      weakness: this.#weakness,
    };
  }

  /** @param cameraKbps what the camera may take at most */
  add(sample: LinkSample, cameraKbps: number): void {
    const { at, roundTripMs, incoming, outgoing } = sample;
    const jitterOf = (direction: typeof incoming) =>
      (direction.microphone ?? direction.camera ?? direction.screen)?.jitterMs ?? 0;
    const measured = (lossPercent: number | null, jitterMs: number) =>
      lossPercent === null ? null : { roundTripMs: roundTripMs ?? 0, jitterMs, lossPercent };
    this.#incoming.add(measured(sample.incomingLossPercent, jitterOf(incoming)), at);
    this.#outgoing.add(measured(sample.outgoingLossPercent, jitterOf(outgoing)), at);
    const shortFor = this.#short.look(isShort(sample, cameraKbps), at);
    this.#propose(this.#impairment() ?? (shortFor >= SHORT_AFTER_MS ? 'bandwidth' : null), at);
  }

  #impairment(): Weakness | null {
    const limit = this.#weakness === null ? WEAK_BELOW : GOOD_FROM;
    const [worse] = [this.#incoming.measured, this.#outgoing.measured]
      .filter((measured) => measured !== null)
      .sort((a, b) => ratingOf(a) - ratingOf(b));
    if (!worse || ratingOf(worse) >= limit) return null;
    return lossImpairment(worse) > delayImpairment(worse) ? 'packet-loss' : 'delay';
  }

  #propose(weakness: Weakness | null, at: number): void {
    if (weakness !== this.#proposed) this.#other.reset();
    this.#proposed = weakness;
    if (this.#other.look(weakness !== this.#weakness, at) < CHANGE_AFTER_MS) return;
    this.#weakness = weakness;
    this.#other.reset();
  }
}

class DirectionRating {
  #measured: Measured | null = null;
  #shown: number | null = null;
  readonly #silent = new Lasting();

  /** Smoothed. */
  get measured(): Measured | null {
    return this.#measured;
  }

  /** In steps, of which none is left before the rating is clearly outside of it. */
  get shown(): number | null {
    return this.#shown;
  }

  add(now: Measured | null, at: number): void {
    if (this.#silent.look(now === null, at) >= FORGET_AFTER_MS) this.#measured = null;
    if (now) this.#measured = this.#measured ? blend(this.#measured, now) : now;
    this.#shown = this.#measured && inSteps(ratingOf(this.#measured), this.#shown);
  }
}

function blend(before: Measured, now: Measured): Measured {
  const of = (key: keyof Measured) => before[key] * (1 - NEW) + now[key] * NEW;
  return {
    roundTripMs: of('roundTripMs'),
    jitterMs: of('jitterMs'),
    lossPercent: of('lossPercent'),
  };
}

function inSteps(rating: number, shown: number | null): number {
  const isClear = shown === null || rating < shown - 1 || rating > shown + STEP + 1;
  return isClear ? Math.floor(rating / STEP) * STEP : shown;
}

/** Where there is no estimate, as in Firefox, the encoder says what limits it. */
function isShort({ availableKbps, outgoing: { camera } }: LinkSample, cameraKbps: number): boolean {
  if (!camera) return false;
  if (availableKbps === null) return camera.limitedBy === 'bandwidth';
  return availableKbps < Math.min(cameraKbps, DECENT_KBPS);
}
