import type { ReactiveControllerHost } from 'lit';
import { ActiveSpeaker } from '../../engine/active-speaker.ts';
import type { Session } from '../../engine/session.ts';
import { FrameLoop } from '../../controllers/frame-loop.ts';
import { HandOnTile } from './hand-on-tile.ts';
import { SpeakerPlace } from './speaker-place.ts';

/** Listens who speaks, while the host is seen. */
export class SpeakerWatch {
  readonly hand = new HandOnTile();
  readonly #host: ReactiveControllerHost;
  readonly #session: () => Session | null;
  #followed: Session | null = null;
  #active = new ActiveSpeaker();
  #place = new SpeakerPlace();
  #large: string | null = null;

  constructor(host: ReactiveControllerHost, session: () => Session | null) {
    this.#host = host;
    this.#session = session;
    new FrameLoop(host, () => {
      this.#listen();
    });
  }

  /** Id of the participant who has the large place; `null` before anybody has spoken. */
  get large(): string | null {
    return this.#large;
  }

  #listen(): void {
    const session = this.#session();
    if (session !== this.#followed) {
      this.#followed = session;
      this.#active = new ActiveSpeaker();
      this.#place = new SpeakerPlace();
    }
    const heard = session?.snapshot.participants.filter((person) => person.admitted) ?? [];
    if (session === null || heard.length < 2) return;
    const levels = new Map(
      heard.map(({ id, media }) => [id, media.microphone ? session.audioLevel(id) : 0]),
    );
    const now = performance.now();
    const large = this.#place.take(this.#active.take(levels, now), now, this.hand.on(now));
    if (large === this.#large) return;
    this.#large = large;
    this.#host.requestUpdate();
  }
}
