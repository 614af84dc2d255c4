import { html, nothing } from 'lit';
import type { Session } from '../../engine/session.ts';
import type { LocalDevice, LocalMedia } from '../../engine/session-snapshot.ts';
import type { MediaStart, MediaWanted } from '../../controllers/media-start.ts';
import { quietly } from '../../controllers/quietly.ts';
import { icon } from '../../icons/icons.ts';
import { deviceTerms } from '../../locales/device-terms.ts';
import { type Asked, lobbyTerms } from '../../locales/lobby-terms.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { previewStyles } from './preview.styles.ts';

/**
 * How the person looks to the others, with the switches of microphone and camera; before the browser
 * asks for them, why it will. Emits `allow` when the person agrees to be asked.
 */
export class RendevPreview extends RendevElement {
  static override styles = [base, controls, previewStyles];
  static override properties = {
    session: { attribute: false },
    media: { attribute: false },
    stage: { attribute: false },
    asked: { attribute: false },
    observing: { type: Boolean },
  };

  declare session: Session | null;
  declare media: LocalMedia | null;
  declare stage: MediaStart['stage'];
  /** What the browser will ask for. */
  declare asked: MediaWanted;
  /** Nothing is captured of an observer. */
  declare observing: boolean;

  constructor() {
    super();
    this.session = null;
    this.media = null;
    this.stage = 'over';
    this.asked = 'both';
    this.observing = false;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    // A browser keeps a video that plays, and with it all that is around it.
    this.#show(null);
  }

  override updated() {
    if (this.isConnected) this.#show(this.media?.stream ?? null);
  }

  override render() {
    const { session, media, stage } = this;
    if (session === null || media === null) return nothing;
    if (this.observing) {
      return html`<div class="preview" part="preview">
        <p class="no-picture">${this.#terms.observing}</p>
      </div>`;
    }
    return stage === 'explaining' && this.asked !== 'none'
      ? this.#why(this.asked)
      : this.#picture(session, media);
  }

  #show(stream: MediaStream | null): void {
    const video = this.renderRoot.querySelector('video');
    if (video !== null && video.srcObject !== stream) video.srcObject = stream;
  }

  #why(asked: Asked) {
    const terms = this.#terms;
    return html`<section class="preview why" part="preview" aria-labelledby="why">
      <div class="icons" aria-hidden="true">
        ${asked === 'camera' ? nothing : icon('microphone')}
        ${asked === 'microphone' ? nothing : icon('camera')}
      </div>
      <h3 id="why" tabindex="-1">${terms.why[asked]}</h3>
      <p>${terms.whyHelp}</p>
      <button
        class="button primary"
        part="button primary-button"
        type="button"
        @click=${() => {
          this.emit('allow');
        }}
      >
        ${terms.allow[asked]}
      </button>
      <p class="small">${terms.answer}</p>
    </section>`;
  }

  #picture(session: Session, media: LocalMedia) {
    const { status } = media.camera;
    const text = status === 'on' ? '' : this.#noPicture(media);
    return html`<section class="preview" part="preview" aria-label=${this.#terms.preview}>
      <video
        autoplay
        playsinline
        disablepictureinpicture
        .muted=${true}
        ?hidden=${status !== 'on'}
      ></video>
      ${text === '' ? nothing : html`<p class="no-picture">${text}</p>`}
      <div class="toggles">
        ${this.#toggle('microphone', media.microphone.status, (on) =>
          session.setMicrophoneEnabled(on),
        )}
        ${this.#toggle('camera', status, (on) => session.setCameraEnabled(on))}
      </div>
    </section>`;
  }

  /** The reason of a failure stands at the device; here it would be said twice. */
  #noPicture({ camera, microphone }: LocalMedia): string {
    const terms = this.#terms;
    if (this.stage === 'looking') return '';
    if (this.stage === 'asking' && microphone.status !== 'on') return terms.answer;
    if (camera.status === 'starting') return terms.cameraStarting;
    if (camera.status === 'interrupted') {
      return deviceTerms(this.localize.language).cameraInterrupted;
    }
    return terms.cameraIsOff;
  }

  #toggle(
    kind: 'microphone' | 'camera',
    status: LocalDevice['status'],
    set: (on: boolean) => Promise<void>,
  ) {
    const on = status === 'on' || status === 'starting' || status === 'interrupted';
    const label = on ? this.t[`${kind}Off`] : this.t[`${kind}On`];
    return html`<button
      class="toggle"
      part="toggle"
      type="button"
      data-on=${on ? 'true' : 'false'}
      aria-label=${label}
      title=${label}
      @click=${() => {
        quietly(set(!on));
      }}
    >
      ${icon(on ? kind : `${kind}Off`)}
    </button>`;
  }

  get #terms() {
    return lobbyTerms(this.localize.language);
  }
}
