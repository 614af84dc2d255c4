import type { ReactiveControllerHost } from 'lit';

/** What a live region says. Sentences that come together are said together. */
export class Announcer {
  readonly #host: ReactiveControllerHost;
  #unsaid: string[] = [];
  #said = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  say(...texts: readonly string[]): void {
    if (texts.length === 0) return;
    this.#unsaid.push(...texts);
    this.#host.requestUpdate();
  }

  /** The text for the live region; to be asked once in each render. */
  take(): string {
    if (this.#unsaid.length > 0) {
      const text = this.#unsaid.join(' ');
      // The same sentence twice is spoken again only if it differs.
      this.#said = text === this.#said ? `${text}\u00a0` : text;
      this.#unsaid = [];
    }
    return this.#said;
  }
}
