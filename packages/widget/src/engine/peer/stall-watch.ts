/** One reading of what has arrived on a link. */
export interface Arrival {
  /** ms; only differences count. */
  readonly at: number;
  /** Bytes since the reading before. */
  readonly receivedBytes: number;
}

/**
 * `idle`: nothing is expected, or nothing has come yet. `doubtful`: less came than before; look again
 * soon. `stalled`: nothing comes any more, time to act. `lost`: the same for so long that a person
 * should be told. `returning`: something has come again, once.
 */
export type Supply = 'idle' | 'flowing' | 'doubtful' | 'stalled' | 'lost' | 'returning';

/** What the first reading is about is not known; as a rule it is this. */
const FIRST_MS = 1_000;
/** Silence after which a path is taken for dead: two or three frames of a slow camera are less. */
const STALLED_MS = 600;
const LOST_MS = 1_200;
/**
 * Fewer bytes a second than this is a microphone in silence (Opus DTX sends each 400 ms) or a screen
 * that stands still (a frame a second), of which some may be lost.
 */
const SPARSE_BYTES_PER_S = 1_000;
const SPARSE_FACTOR = 4;
/** Part of the rate before, below which the path may have died since the last reading. */
const DOUBTFUL_PART = 0.5;
/** A path that dies in the middle of a reading leaves little in it; the rate falls no faster. */
const RATE_DECAY = 0.3;

/** Tells from the bytes that arrive whether the path of a link still carries them. */
export class StallWatch {
  #supply: Supply = 'idle';
  #before: number | null = null;
  /** Bytes a second of the last readings that brought any; `null` before the first. */
  #rate: number | null = null;
  #silentMs = 0;

  get supply(): Supply {
    return this.#supply;
  }

  /** @param isExpected whether the peer says that it sends something */
  take({ at, receivedBytes }: Arrival, isExpected: boolean): void {
    const elapsed = this.#before === null ? FIRST_MS : Math.max(at - this.#before, 1);
    this.#before = at;
    if (!isExpected) this.forget();
    else if (receivedBytes > 0) this.#arrived((receivedBytes * 1_000) / elapsed);
    else if (this.#rate !== null) this.#silent(elapsed, this.#rate);
  }

  /** Waits for bytes anew before it takes silence for a stall. */
  forget(): void {
    this.#supply = 'idle';
    this.#rate = null;
    this.#silentMs = 0;
  }

  #arrived(rate: number): void {
    const isLess = this.#rate !== null && rate < this.#rate * DOUBTFUL_PART;
    this.#rate = Math.max(rate, (this.#rate ?? 0) * RATE_DECAY);
    this.#silentMs = 0;
    if (isStalled(this.#supply)) this.#supply = 'returning';
    else this.#supply = isLess && this.#supply !== 'returning' ? 'doubtful' : 'flowing';
  }

  #silent(elapsed: number, rate: number): void {
    this.#silentMs += elapsed;
    const factor = rate < SPARSE_BYTES_PER_S ? SPARSE_FACTOR : 1;
    if (this.#silentMs >= LOST_MS * factor) this.#supply = 'lost';
    else if (this.#silentMs >= STALLED_MS * factor || this.#supply === 'returning')
      this.#supply = 'stalled';
    else if (!isStalled(this.#supply)) this.#supply = 'doubtful';
  }
}

export function isStalled(supply: Supply): boolean {
  return supply === 'stalled' || supply === 'lost';
}
