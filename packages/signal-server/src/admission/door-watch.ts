import type { InterviewsService } from '../interviews/interviews-service.ts';

/** Shorter than the patience of proxies (30 s and more), in ms. */
const WAIT_MS = 25_000;

export interface DoorWatchOptions {
  readonly interviews: Pick<InterviewsService, 'find'>;
  /** How long one question waits for its answer. Default 25 s. */
  readonly waitMs?: number;
}

/** Lets pages at the door, which have no connection yet, hear at once that an interview changed. */
export class DoorWatch {
  readonly #interviews: Pick<InterviewsService, 'find'>;
  readonly #waitMs: number;
  readonly #waiting = new Map<string, Set<() => void>>();
  #closed = false;

  constructor({ interviews, waitMs = WAIT_MS }: DoorWatchOptions) {
    this.#interviews = interviews;
    this.#waitMs = waitMs;
  }

  /**
   * Resolves as soon as the interview is not of this version any more, else after the wait or when
   * the asker has gone.
   *
   * @returns whether it changed; `undefined` where there is no such interview
   */
  async until(id: string, version: number, gone: AbortSignal): Promise<boolean | undefined> {
    // Heard from before the look, so that nothing is missed between the two.
    const heard = new AbortController();
    const word = this.#nextWord(id, AbortSignal.any([gone, heard.signal]));
    const row = await this.#interviews.find(id);
    if (row?.version !== version) {
      heard.abort();
      return row && true;
    }
    await word;
    return (await this.#interviews.find(id))?.version !== version;
  }

  /** To be told after the change is stored. */
  changed(id: string): void {
    for (const answer of [...(this.#waiting.get(id) ?? [])]) answer();
  }

  /** Words may have been lost: everybody who waits is to look. */
  changedAny(): void {
    for (const id of [...this.#waiting.keys()]) this.changed(id);
  }

  /** Answers everybody who waits, and lets nobody wait any more. */
  close(): void {
    this.#closed = true;
    this.changedAny();
  }

  #nextWord(id: string, gone: AbortSignal): Promise<void> {
    if (this.#closed || gone.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(id) ?? new Set();
      this.#waiting.set(id, waiting);
      const answer = () => {
        clearTimeout(timer);
        gone.removeEventListener('abort', answer);
        waiting.delete(answer);
        if (waiting.size === 0 && this.#waiting.get(id) === waiting) this.#waiting.delete(id);
        resolve();
      };
      const timer = setTimeout(answer, this.#waitMs);
      gone.addEventListener('abort', answer);
      waiting.add(answer);
    });
  }
}
