/** -45 dBFS on the scale of `AudioLevels`: what a voice near the microphone reaches. */
const LOUD = 0.25;
/** 9 dB. A fan is as loud all the time; a voice has its pauses. */
const ABOVE_NOISE = 0.15;
const NOISE_WINDOW_MS = 2_000;
const STARTS_AFTER_MS = 400;
const ENDS_AFTER_MS = 3_000;
/** A timer that is held up has heard no more than this. */
const LONGEST_STEP_MS = 100;

/**
 * Whether somebody speaks, from levels of some 20 per second: after 400 ms of voice, until 3 s of
 * silence. Silence counts half against the voice, which outweighs the gaps between syllables, but not
 * those between key strokes.
 */
export class SpeechDetector {
  readonly #heard: { readonly level: number; readonly at: number }[] = [];
  #voiceMs = 0;
  #loudAt = -Infinity;
  #talking = false;

  /**
   * @param level 0 to 1, as `AudioLevels` tells it
   * @param now ms
   */
  take(level: number, now: number): boolean {
    const stepMs = Math.min(now - (this.#heard.at(-1)?.at ?? now), LONGEST_STEP_MS);
    this.#heard.push({ level, at: now });
    while (this.#heard[0] && this.#heard[0].at < now - NOISE_WINDOW_MS) this.#heard.shift();
    const noise = Math.min(...this.#heard.map((one) => one.level));
    const isLoud = level >= LOUD && level >= noise + ABOVE_NOISE;
    this.#voiceMs = Math.max(0, this.#voiceMs + (isLoud ? stepMs : -stepMs / 2));
    this.#voiceMs = Math.min(this.#voiceMs, STARTS_AFTER_MS);
    if (isLoud) this.#loudAt = now;
    if (this.#voiceMs === STARTS_AFTER_MS) this.#talking = true;
    if (now - this.#loudAt >= ENDS_AFTER_MS) this.#talking = false;
    return this.#talking;
  }
}
