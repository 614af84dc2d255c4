import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { FrameLoop } from '../../controllers/frame-loop.ts';
import { icon } from '../../icons/icons.ts';
import { stageTerms } from '../../locales/stage-terms.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { REACTION_GLYPHS } from './reaction-glyphs.ts';
import { actionsTemplate } from './tile-actions.ts';
import { tileIcon } from './tile-icons.ts';
import type { TileReaction, TileView } from './tile-view.ts';
import { tileActionsStyles } from './tile-actions.styles.ts';
import { tileStyles } from './tile.styles.ts';

/** Above this a person counts as speaking, for the ring. */
const SPEAKING = 0.08;
/** The ring stays this long after the last sound, so that it does not flicker between words; ms. */
const SPEAKING_HOLD_MS = 400;

/**
 * One person or one screen: picture, name, state. Emits `sound-blocked` when the browser does not
 * let sound start without a click; `startSound()` is for that click. Emits `pin`, `hide`, and `move`
 * with the name of an arrow key or an empty one for the next corner.
 *
 * Who speaks is a state of the person, to be read with their name (W3C RAUR): nothing is announced.
 */
export class RendevTile extends RendevElement {
  static override styles = [base, tileStyles, tileActionsStyles];
  static override properties = {
    view: { attribute: false },
    reactions: { attribute: false },
    speakerId: { attribute: false },
    read: { attribute: false },
    speaking: { type: Boolean, reflect: true },
    touched: { type: Boolean, reflect: true },
  };

  declare view: TileView | null;
  declare reactions: readonly TileReaction[];
  /** Output for the sound; `null` for the default. */
  declare speakerId: string | null;
  /** Level of the voice at this moment, 0 to 1. */
  declare read: () => number;
  declare speaking: boolean;
  /** The person has tapped it, and sees what can be done with it. */
  declare touched: boolean;
  #soundHeld = false;
  #spokeAt = -Infinity;
  #byMouse = true;
  #touch: AbortController | null = null;

  constructor() {
    super();
    this.view = null;
    this.reactions = [];
    this.speakerId = null;
    this.read = () => 0;
    this.speaking = false;
    this.touched = false;
    new FrameLoop(this, () => {
      this.#listen();
    });
    this.addEventListener('pointerdown', ({ pointerType }) => {
      this.#byMouse = pointerType === 'mouse';
    });
    // Not sooner, or the tap would press the button that it brings.
    this.addEventListener('click', () => {
      if (!this.#byMouse) this.#showActions();
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#touch?.abort();
    this.touched = false;
  }

  /** What a window of picture-in-picture may take. */
  get video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video');
  }

  override render() {
    const { view } = this;
    if (view === null) return nothing;
    const terms = stageTerms(this.localize.language);
    return html`<div class="tile" role="group" aria-label=${view.name}>
      <video
        autoplay
        playsinline
        class="${view.kind} ${view.picture ? '' : 'off'} ${view.mirrored ? 'mirrored' : ''}"
        aria-hidden="true"
      ></video>
      ${
        view.picture
          ? sayings(view)
          : html`<div class="still">
              <div class="avatar" aria-hidden="true"><span>${firstLetter(view.name)}</span></div>
              ${sayings(view)}
            </div>`
      }
      <div class="foot">
        <p class="name" part="tile-name">
          ${this.#voice(view, terms.speaking)}
          <bdi title=${view.name}>${view.name}</bdi>
        </p>
        ${
          view.hand
            ? html`<p class="hand" part="tile-hand">
                ${icon('hand')}<span class="spoken">${this.t.handRaised}</span>
              </p>`
            : nothing
        }
      </div>
      <div class="reactions" aria-hidden="true">
        ${repeat(
          this.reactions,
          ({ id }) => id,
          ({ id, reaction }) =>
            html`<span class="reaction" data-lane=${id % 3}>${REACTION_GLYPHS[reaction]}</span>`,
        )}
      </div>
      ${actionsTemplate(view, terms, {
        pin: () => {
          this.emit('pin');
        },
        hide: () => {
          this.emit('hide');
        },
        move: (key) => {
          this.emit('move', key);
        },
      })}
    </div>`;
  }

  override updated() {
    const { video } = this;
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
    const { video } = this;
    if (video === null || this.view?.kind === 'self') return;
    video.muted = false;
    void this.#play(video);
  }

  /** Moves the focus to what does this with the tile. */
  focusAction(action: 'pin' | 'hide' | 'move'): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-action=${action}]`)?.focus();
  }

  /** Always in the same place, so that the name keeps its own when the voice changes. */
  #voice({ kind, muted }: TileView, speaking: string) {
    if (kind === 'screen') return icon('screen');
    if (muted) {
      return html`${icon('microphoneOff')}<span class="spoken">${this.t.muted}</span>`;
    }
    return this.speaking
      ? html`${tileIcon('speaking')}<span class="spoken">${speaking}</span>`
      : html`<span class="silent">${icon('microphone')}</span>`;
  }

  /** Until the person taps elsewhere. */
  #showActions(): void {
    if (this.touched) return;
    this.touched = true;
    this.#touch = new AbortController();
    const { signal } = this.#touch;
    const hide = (event: Event) => {
      if (event.composedPath().includes(this)) return;
      this.#touch?.abort();
      this.touched = false;
    };
    document.addEventListener('pointerdown', hide, { signal, capture: true });
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
    this.speaking = this.view?.muted === false && now - this.#spokeAt < SPEAKING_HOLD_MS;
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
