/** Work that nobody awaits: its faults are reported, and a close can wait for it. */
export class Background {
  readonly #running = new Set<Promise<void>>();
  readonly #onFault: (error: unknown) => void;

  constructor(onFault: (error: unknown) => void) {
    this.#onFault = onFault;
  }

  run(work: Promise<void>): void {
    const running: Promise<void> = work.catch(this.#onFault).finally(() => {
      this.#running.delete(running);
    });
    this.#running.add(running);
  }

  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
