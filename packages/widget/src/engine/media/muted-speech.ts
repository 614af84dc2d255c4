import type { Clock } from '../clock.ts';
import { AudioLevels } from './audio-level.ts';
import { SpeechDetector } from './speech-detector.ts';

const EVERY_MS = 50;

/**
 * Whether a person speaks into a microphone that is muted. The muted track stays silent: a clone of
 * it is listened to, which no sender ever gets. Nothing runs while nothing is muted.
 */
export class MutedSpeech {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #levels = new AudioLevels();
  #muted: MediaStreamTrack | null = null;
  #stop = (): void => undefined;
  #talking = false;

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get talking(): boolean {
    return this.#talking;
  }

  /** @param muted `null`: none. A change of `talking` that this makes is not told. */
  watch(muted: MediaStreamTrack | null): void {
    if (muted === this.#muted) return;
    this.#stop();
    this.#muted = muted;
    this.#talking = false;
    if (!muted) return;
    // Later: the click that mutes does not wait for it.
    this.#stop = this.#clock.after(EVERY_MS, () => {
      this.#listen(muted);
    });
  }

  #listen(muted: MediaStreamTrack): void {
    const ear = muted.clone();
    ear.enabled = true;
    const detector = new SpeechDetector();
    let cancel = (): void => undefined;
    this.#stop = () => {
      cancel();
      ear.stop();
      this.#levels.close();
    };
    const look = () => {
      cancel = this.#clock.after(EVERY_MS, look);
      const talking = detector.take(this.#levels.of(ear), this.#clock.now());
      if (talking === this.#talking) return;
      this.#talking = talking;
      this.#changed();
    };
    look();
  }
}
