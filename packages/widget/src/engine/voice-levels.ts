import type { AudioLevels } from './media/audio-level.ts';
import type { LocalMediaSource } from './media/local-media.ts';
import type { SnapshotStore } from './snapshot-store.ts';

/** How loud each person of the call is at this moment. */
export class VoiceLevels {
  readonly #media: LocalMediaSource;
  readonly #store: SnapshotStore;
  #levels: AudioLevels | null = null;
  #closed = false;

  constructor(media: LocalMediaSource, store: SnapshotStore) {
    this.#media = media;
    this.#store = store;
  }

  /** See `Session.audioLevel`. Silence until the meters have loaded, which the first call begins. */
  of(participantId: string): number {
    const track =
      participantId === 'self'
        ? this.#media.outgoing.microphone
        : this.#store.current.participants
            .find(({ id }) => id === participantId)
            ?.stream?.getAudioTracks()[0];
    if (!track || this.#closed) return 0;
    if (!this.#levels) this.#load();
    return this.#levels?.of(track) ?? 0;
  }

  close(): void {
    this.#closed = true;
    this.#levels?.close();
  }

  #load(): void {
    import('./media/audio-level.ts')
      .then(({ AudioLevels }) => {
        this.#levels ??= new AudioLevels();
      })
      .catch(() => undefined); // the next call tries again
  }
}
