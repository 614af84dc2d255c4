/** A pointer that rests for longer is not about to press anything; ms. */
const RESTS_MS = 2_000;

/** Whose tile the pointer has just been moving over. Its methods listen on what holds the tiles. */
export class HandOnTile {
  #participantId: string | null = null;
  #movedAt = 0;

  readonly moved = (event: PointerEvent): void => {
    const tile = event.target instanceof HTMLElement ? event.target : null;
    this.#participantId = tile?.dataset['participant'] ?? null;
    this.#movedAt = performance.now();
  };

  readonly gone = (): void => {
    this.#participantId = null;
  };

  /** @param now of `performance.now()` */
  on(now: number): string | null {
    return now - this.#movedAt < RESTS_MS ? this.#participantId : null;
  }
}
