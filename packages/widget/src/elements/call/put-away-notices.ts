import type { Notice } from './notices.ts';

/** The notices that the person has put away. One that was over and comes again is shown again. */
export class PutAwayNotices {
  readonly #keys = new Set<string>();

  add(key: string): void {
    this.#keys.add(key);
  }

  /** @param notices all that there are at present */
  without(notices: readonly Notice[]): Notice[] {
    for (const key of this.#keys) {
      if (!notices.some((notice) => notice.key === key)) this.#keys.delete(key);
    }
    return notices.filter((notice) => !this.#keys.has(notice.key));
  }
}
