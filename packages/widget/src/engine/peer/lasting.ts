/** For how long a condition has held without a break, by the times of the looks at it. */
export class Lasting {
  #since: number | null = null;

  /** @returns ms; 0 when it does not hold, and when it is seen for the first time */
  look(holds: boolean, at: number): number {
    if (!holds) this.#since = null;
    else this.#since ??= at;
    return at - (this.#since ?? at);
  }

  reset(): void {
    this.#since = null;
  }
}
