/** -42 dBFS on the scale of `Session.audioLevel`, on average: somebody speaks. */
const SPEAKS = 0.3;
/** 6 dB. Who speaks besides the present speaker takes over only when clearly louder. */
const LOUDER = 0.1;
const ENOUGH_MS = 500;
const HOLDS_SILENCE_MS = 1_500;
/** Who pauses for less goes on speaking. */
const BREATH_MS = 500;
/** While the present speaker goes on, nobody takes over sooner. */
const HOLDS_MS = 2_000;
/** Bridges the gaps between syllables. */
const AVERAGED_OVER_MS = 300;
/** After a sleep of the page, nobody was heard for longer. */
const LONGEST_STEP_MS = 300;

interface Voice {
  readonly level: number;
  /** For how long it was loud enough to take over, less half of the time for which it was not. */
  readonly loudMs: number;
}

/**
 * Who is speaking, from levels that jump. One person at a time, and no flicker: a new speaker has to
 * be heard for 500 ms, over somebody who goes on speaking clearly louder, and the present one stays
 * through pauses of 1.5 s. A simple kin of dominant speaker identification (Volfin and Cohen,
 * "Dominant speaker identification for multipoint videoconferencing", 2013).
 */
export class ActiveSpeaker {
  #voices: ReadonlyMap<string, Voice> = new Map();
  #speaker: string | null = null;
  #speakingSince = 0;
  #heardAt = 0;
  #now: number | null = null;

  /**
   * @param levels of everybody who may be the speaker, 0 to 1; who is missing has left
   * @param now ms, growing; some 4 to 20 calls per second
   * @returns id of the speaker; `null` while nobody has spoken for 1.5 s
   */
  take(levels: ReadonlyMap<string, number>, now: number): string | null {
    const stepMs = Math.min(now - (this.#now ?? now), LONGEST_STEP_MS);
    const weight = 1 - Math.exp(-stepMs / AVERAGED_OVER_MS);
    this.#now = now;
    const averages = new Map(
      Array.from(levels, ([id, level]) => {
        const before = this.#voices.get(id)?.level ?? 0;
        return [id, before + (level - before) * weight];
      }),
    );
    const speaking = this.#speaker === null ? undefined : averages.get(this.#speaker);
    if (speaking === undefined) this.#speaker = null;
    else if (speaking >= SPEAKS) this.#heardAt = now;
    const goesOn = speaking !== undefined && now - this.#heardAt < BREATH_MS;
    const enough = goesOn ? Math.max(SPEAKS, speaking) + LOUDER : SPEAKS;
    this.#voices = new Map(
      Array.from(averages, ([id, level]) => {
        const before = this.#voices.get(id)?.loudMs ?? 0;
        const loudMs = Math.max(0, before + (level >= enough ? stepMs : -stepMs / 2));
        return [id, { level, loudMs: id === this.#speaker ? 0 : Math.min(loudMs, ENOUGH_MS) }];
      }),
    );
    if (!goesOn || now - this.#speakingSince >= HOLDS_MS) this.#giveWay(now);
    if (now - this.#heardAt >= HOLDS_SILENCE_MS) this.#speaker = null;
    return this.#speaker;
  }

  /** To the loudest of those who have been heard for long enough. */
  #giveWay(now: number): void {
    const [next] = [...this.#voices]
      .filter(([, { loudMs }]) => loudMs === ENOUGH_MS)
      .sort(([, a], [, b]) => b.level - a.level);
    if (!next) return;
    this.#speaker = next[0];
    this.#speakingSince = now;
    this.#heardAt = now;
  }
}
