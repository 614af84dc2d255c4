/** A speaker who talks for less than this gets no larger; ms. */
const HOLDS_MS = 1_000;

/**
 * Whose face has the large place: who has been speaking for a while. It keeps still under the hand,
 * and while nobody speaks.
 */
export class SpeakerPlace {
  #large: string | null = null;
  #next: string | null = null;
  #nextSince = 0;

  /**
   * @param speaker id, or `null` while nobody speaks
   * @param now ms
   * @param underHand id of the person whose tile the pointer is on, if it has moved of late
   * @returns id of the person whose tile is to be large; `null` before anybody has spoken
   */
  take(speaker: string | null, now: number, underHand: string | null): string | null {
    if (speaker !== this.#next) {
      this.#next = speaker;
      this.#nextSince = now;
    }
    if (speaker === null || speaker === this.#large) return this.#large;
    const isUnderHand = underHand !== null && [speaker, this.#large].includes(underHand);
    if (now - this.#nextSince >= HOLDS_MS && !isUnderHand) this.#large = speaker;
    return this.#large;
  }
}
