import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Clock, systemClock } from '../../engine/clock.ts';

const MINUTE_MS = 60_000;
const MILESTONES_MIN = [10, 5, 1] as const;
/** How long one is told, unless the person puts it away; the last one is, to the end. ms */
const TOLD_MS = 60_000;
/** Longest delay that timers keep. */
const DELAY_MAX_MS = 2 ** 31 - 1;

/** That the end comes near. */
export interface Milestone {
  /** 10, 5 or 1. */
  readonly minutes: number;
  /** Full minutes that were left when it was first told: less than `minutes` for who came late. */
  readonly left: number;
}

/**
 * Which milestone before the end is to be told now. Each is told once; more time brings them back.
 * It renders its host when that changes, and not each second.
 */
export class TimeLeft implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: Clock;
  #closesAt: number | null = null;
  #clockOffset = 0;
  #told: Milestone | null = null;
  #isTold = false;
  #toldAt = 0;
  #cancel: () => void = () => undefined;

  constructor(host: ReactiveControllerHost, clock = systemClock) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  get milestone(): Milestone | null {
    return this.#isTold ? this.#told : null;
  }

  /**
   * @param closesAt ms, server's clock; `null` for no end
   * @param clockOffset to be added to `Date.now()` for the server's clock, ms
   */
  follow(closesAt: number | null, clockOffset: number): void {
    if (closesAt === this.#closesAt && clockOffset === this.#clockOffset) return;
    this.#closesAt = closesAt;
    this.#clockOffset = clockOffset;
    this.#look();
  }

  hostDisconnected(): void {
    this.#cancel();
    this.#closesAt = null;
  }

  #look(): void {
    this.#cancel();
    if (this.#closesAt === null) {
      this.#isTold = false;
      return;
    }
    const left = this.#closesAt - (this.#clock.now() + this.#clockOffset);
    const due = MILESTONES_MIN.findLast((minutes) => left <= minutes * MINUTE_MS);
    this.#tell(due, left);
    const next = MILESTONES_MIN.find((minutes) => left > minutes * MINUTE_MS) ?? 0;
    const untilNext = left - next * MINUTE_MS;
    const untilOver =
      this.#isTold && due !== 1 ? this.#toldAt + TOLD_MS - this.#clock.now() : Infinity;
    if (left <= 0) return;
    const wait = Math.min(untilNext, untilOver, DELAY_MAX_MS) + 10;
    this.#cancel = this.#clock.after(wait, () => {
      this.#look();
      this.#host.requestUpdate();
    });
  }

  #tell(due: number | undefined, left: number): void {
    if (due === undefined) {
      this.#told = null;
      this.#isTold = false;
    } else if (due !== this.#told?.minutes) {
      this.#told = { minutes: due, left: Math.max(1, Math.ceil(left / MINUTE_MS)) };
      this.#isTold = left > 0;
      this.#toldAt = this.#clock.now();
    } else if (left <= 0 || (due !== 1 && this.#clock.now() - this.#toldAt >= TOLD_MS)) {
      this.#isTold = false;
    }
  }
}
