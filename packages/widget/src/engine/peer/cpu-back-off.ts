import { Lasting } from './lasting.ts';
import type { LinkSample } from './link-sample.ts';

const LIMITED_LASTS_MS = 5_000;
const FREE_MS = 30_000;
const LONGEST_FREE_MS = 120_000;
const MOST = 2;

/**
 * Makes the camera's picture smaller while the processor is the limit, and larger again after some
 * time without; the time grows when it was too short.
 */
export class CpuBackOff {
  readonly #limited = new Lasting();
  readonly #free = new Lasting();
  #smaller = 0;
  #freeMs = FREE_MS;
  #easedAt = -Infinity;

  /** By how many sizes the picture is to be smaller, 0 to 2. */
  get smaller(): number {
    return this.#smaller;
  }

  add({ at, outgoing: { camera, screen } }: LinkSample): void {
    const isLimited = camera?.limitedBy === 'cpu' || screen?.limitedBy === 'cpu';
    const limitedFor = this.#limited.look(isLimited, at);
    const freeFor = this.#free.look(!isLimited, at);
    if (limitedFor >= LIMITED_LASTS_MS && this.#smaller < MOST) {
      const isTooSoon = at - this.#easedAt < FREE_MS;
      this.#freeMs = isTooSoon ? Math.min(2 * this.#freeMs, LONGEST_FREE_MS) : FREE_MS;
      this.#take(this.#smaller + 1);
    } else if (freeFor >= this.#freeMs && this.#smaller > 0) {
      this.#easedAt = at;
      this.#take(this.#smaller - 1);
    }
  }

  #take(smaller: number): void {
    this.#smaller = smaller;
    this.#limited.reset();
    this.#free.reset();
  }
}
