/** How long things took, by name. */
export class Times {
  readonly #ms = new Map<string, number[]>();

  add(name: string, ms: number): void {
    this.#ms.set(name, [...(this.#ms.get(name) ?? []), ms]);
  }

  /** The mean and the longest, in seconds. */
  of(name: string): string {
    const all = this.#ms.get(name);
    if (!all) return '-';
    const mean = all.reduce((sum, ms) => sum + ms, 0) / all.length;
    return `${(mean / 1e3).toFixed(1)} (${(Math.max(...all) / 1e3).toFixed(1)}) s`;
  }
}
