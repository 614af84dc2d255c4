import { playKnock } from './knock-sound.ts';

interface Waiting {
  readonly id: string;
}

/** Sounds when somebody begins to wait; who waited before the person came in does not. */
export class Knocks {
  #known: ReadonlySet<string> | null = null;

  follow(waiting: readonly Waiting[], audible: boolean, speakerId: string | null): void {
    const known = this.#known;
    this.#known = new Set(waiting.map(({ id }) => id));
    if (known === null || !audible) return;
    if (waiting.some(({ id }) => !known.has(id))) void playKnock(speakerId);
  }
}
