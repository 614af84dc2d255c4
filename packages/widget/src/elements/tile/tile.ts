import { html, nothing } from 'lit';
import { FrameLoop } from '../../controllers/frame-loop.ts';
import { icon } from '../../icons/icons.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import type { TileView } from './tile-view.ts';
import { tileStyles } from './tile.styles.ts';

/** Above this a person counts as speaking, for the ring. */
const SPEAKING = 0.08;
/** The ring stays this long after the last sound, so that it does not flicker between words; ms. */
const SPEAKING_HOLD_MS = 400;

/**
 * One person or one screen: picture, name, state. Emits `sound-blocked` when the browser does not
 * let sound start without a click; `startSound()` is for that click.
 */
export class RendevTile extends RendevElement {
  static override styles = [base, tileStyles];
  static override properties = {
    view: { attribute: false },
    speakerId: { attribute: false },
    read: { attribute: false },
  };

  declare view: TileView | null;
  /** Output for the sound; `null` for the default. */
  declare speakerId: string | null;
  /** Level of the voice at this moment, 0 to 1. */
  declare read: () => number;
  #soundHeld = false;
  #spokeAt = -Infinity;

  constructor() {
    super();
    this.view = null;
    this.speakerId = null;
    this.read = () => 0;
    new FrameLoop(this, () => {
      this.#listen();
    });
  }

  override render() {
    const { view } = this;
    if (view === null) return nothing;
    const { kind, name } = view;
    return html`
      <video
        autoplay
        playsinline
        class=${view.picture ? kind : `${kind} off`}
        aria-label=${name}
      ></video>
      ${
        view.picture
          ? sayings(view)
          : html`<div class="still">
              <div class="avatar" aria-hidden="true"><span>${firstLetter(name)}</span></div>
              ${sayings(view)}
            </div>`
      }
      <p class="name" part="tile-name">
        ${view.hand ? html`${icon('hand')}<span class="spoken">${this.t.handRaised}</span>` : nothing}
        ${
          view.muted
            ? html`${icon('microphoneOff')}<span class="spoken">${this.t.muted}</span>`
            : nothing
        }
        <bdi>${name}</bdi>
      </p>
    `;
  }

  override updated() {
    const video = this.renderRoot.querySelector('video');
    if (video === null || this.view === null) return;
    this.toggleAttribute('dimmed', this.view.condition !== '');
    if (video.srcObject !== this.view.stream) video.srcObject = this.view.stream;
    video.muted = this.view.kind === 'self' || this.#soundHeld;
    this.#route(video);
    if (video.srcObject !== null && video.paused) void this.#play(video);
  }

  /** To be called from a click. */
  startSound(): void {
    this.#soundHeld = false;
    const video = this.renderRoot.querySelector('video');
    if (video === null || this.view?.kind === 'self') return;
    video.muted = false;
    void this.#play(video);
  }

  async #play(video: HTMLVideoElement): Promise<void> {
    try {
      await video.play();
    } catch (error) {
      // AbortError only says that another stream came in the meantime.
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') return;
      if (video.muted) return;
      this.#soundHeld = true;
      this.emit('sound-blocked');
      video.muted = true;
      void this.#play(video);
    }
  }

  #route(video: HTMLVideoElement): void {
    const wanted = this.speakerId ?? '';
    if (!('setSinkId' in video) || video.sinkId === wanted) return;
    // An output that has gone away leaves the sound on the default one.
    video.setSinkId(wanted).catch(() => undefined);
  }

  #listen(): void {
    const now = performance.now();
    if (this.view?.muted === false && this.read() > SPEAKING) this.#spokeAt = now;
    this.toggleAttribute('speaking', now - this.#spokeAt < SPEAKING_HOLD_MS);
  }
}

function sayings({ condition, note: [first, ...others] }: TileView) {
  return html`
    ${
      condition === '' ? nothing : html`<p class="condition" part="tile-condition">${condition}</p>`
    }
    ${
      first === undefined
        ? nothing
        : html`<p class="note" part="tile-condition">
            ${first} ${others.map((sentence) => html`<span class="more">${sentence}</span>`)}
          </p>`
    }
  `;
}

function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim());
  return first?.segment.toLocaleUpperCase() ?? '';
}
