/** Work that nobody awaits: its faults are reported, and a close can wait for it. */
export class Background {
  readonly #running = new Set<Promise<void>>();
  readonly #onFault: (error: unknown) => void;

  constructor(onFault: (error: unknown) => void) {
    this.#onFault = onFault;
  }

  /** @returns resolves when the work is over, however it went */
  run(work: Promise<void>): Promise<void> {
    const running: Promise<void> = work.catch(this.#onFault).finally(() => {
      this.#running.delete(running);
    });
    this.#running.add(running);
    return running;
  }

  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
