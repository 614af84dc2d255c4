import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../engine/session.ts';
import { Permissions } from './permissions.ts';
import { quietly } from './quietly.ts';

/** What is wanted of the person's devices at the start. */
export type MediaWanted = 'both' | 'microphone' | 'camera' | 'none';

/**
 * Starts microphone and camera: at once where the browser will not ask the person, else when the
 * person has read why and agreed.
 */
export class MediaStart implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #permissions: Permissions;
  #stage: 'looking' | 'explaining' | 'asking' | 'over' = 'looking';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#permissions = new Permissions(host);
    host.addController(this);
  }

  /** `looking`: what the browser remembers is not known yet. `asking`: the browser may be asking. */
  get stage() {
    return this.#stage;
  }

  hostDisconnected(): void {
    this.#stage = 'looking';
  }

  /** Before each render of the host. */
  follow(session: Session, wanted: MediaWanted): void {
    const { told } = this.#permissions;
    const { microphone, camera } = session.snapshot.media;
    if (this.#stage === 'asking' || this.#stage === 'over') return;
    if (wanted === 'none' || microphone.status !== 'off' || camera.status !== 'off') {
      this.#start(session);
      return;
    }
    if (told === null) return;
    const asks = (wanted === 'both' ? (['microphone', 'camera'] as const) : [wanted]).some(
      (kind) => told[kind] === 'prompt' || told[kind] === 'silent',
    );
    if (asks) this.#stage = 'explaining';
    else this.#start(session);
  }

  /** The person agrees to be asked. */
  allow(session: Session): void {
    this.#start(session);
  }

  /** The person goes on without both. */
  decline(session: Session): void {
    quietly(Promise.all([session.setMicrophoneEnabled(false), session.setCameraEnabled(false)]));
    this.#start(session);
  }

  #start(session: Session): void {
    this.#stage = 'asking';
    quietly(
      session.startMedia().finally(() => {
        if (this.#stage === 'asking') this.#stage = 'over';
        this.#host.requestUpdate();
      }),
    );
    this.#host.requestUpdate();
  }
}
