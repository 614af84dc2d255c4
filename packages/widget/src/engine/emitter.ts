/** Listeners for one kind of news. One that throws is reported as uncaught and disturbs no other. */
export class Emitter<A extends unknown[]> {
  readonly #listeners = new Set<(...args: A) => void>();

  /** Adds a listener until the signal aborts. */
  on(listener: (...args: A) => void, signal?: AbortSignal): void {
    if (signal?.aborted) return;
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  emit(...args: A): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(...args);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
