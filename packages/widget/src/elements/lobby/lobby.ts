import { html, nothing } from 'lit';
import { LIMITS } from '@rendev/interview-protocol/limits';
import type { Session } from '../../engine/session.ts';
import type { LocalDevice, SessionSnapshot, SessionState } from '../../engine/session-snapshot.ts';
import { quietly } from '../../controllers/quietly.ts';
import { type IconName, icon } from '../../icons/icons.ts';
import { describeError } from '../../locales/errors.ts';
import { deviceTerms } from '../../locales/device-terms.ts';
import { browserKind, describeMediaError } from '../../locales/media-errors.ts';
import { interviewTitle } from '../base/interview-title.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { RendevConnection } from '../connection/connection.ts';
import { RendevDevices } from '../devices/devices.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { lobbyStyles } from './lobby.styles.ts';

type Lobby = Extract<SessionState, { name: 'lobby' }>;
/** Names that are shown of those inside before the rest is counted. */
const NAMES_SHOWN = 3;

/** Before the call: see and hear oneself, choose devices, say a name, join. Emits `join`. */
export class RendevLobby extends RendevElement {
  static override uses = {
    'rendev-devices': RendevDevices,
    'rendev-connection': RendevConnection,
  };
  static override styles = [base, controls, lobbyStyles];
  static override properties = {
    session: { attribute: false },
    snapshot: { attribute: false },
    hides: { attribute: false },
    nameMissing: { state: true },
  };

  declare session: Session | null;
  declare snapshot: SessionSnapshot | null;
  declare hides: ReadonlySet<string>;
  declare nameMissing: boolean;
  /** Kept while joining, when the state no longer tells who is inside. */
  #lobby: Lobby | null = null;
  /** What the name field begins with; from then on it is the person's. */
  #firstName: string | null = null;

  constructor() {
    super();
    this.session = null;
    this.snapshot = null;
    this.hides = new Set();
    this.nameMissing = false;
  }

  override willUpdate() {
    const state = this.snapshot?.state;
    if (state?.name !== 'lobby') return;
    this.#firstName ??= state.personName ?? '';
    this.#lobby = state;
  }

  override render() {
    const { snapshot, session } = this;
    const lobby = this.#lobby;
    if (snapshot === null || session === null || lobby === null) return nothing;
    return html`
      <form
        class="lobby"
        novalidate
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          this.#join();
        }}
      >
        ${this.#preview(session, snapshot)}
        <div class="side">
          <div class="head">
            <p class="muted"><bdi>${interviewTitle(snapshot.interview, this.t.brand)}</bdi></p>
            <h2 class="title" part="title" tabindex="-1">${this.t.ready}</h2>
          </div>
          ${lobby.nameFixed ? nothing : this.#name(session)}
          <rendev-devices
            exportparts="device, device-status, select, button"
            lang=${this.lang}
            .session=${session}
            .media=${snapshot.media}
          ></rendev-devices>
          <rendev-connection
            exportparts="device, device-status, button"
            lang=${this.lang}
            .session=${session}
            .snapshot=${snapshot}
          ></rendev-connection>
          ${
            this.hides.has('help')
              ? nothing
              : html`<p class="tip small muted">${this.t.headphones}</p>`
          }
          <div class="go">
            ${this.#error(lobby)}
            <p class="inside">${icon('people')}<span>${this.#inside(lobby)}</span></p>
            ${this.#button(snapshot.state.name !== 'lobby')}
          </div>
        </div>
      </form>
    `;
  }

  #preview(session: Session, { media }: SessionSnapshot) {
    const { status } = media.camera;
    return html`<section class="preview" part="preview" aria-label=${this.t.preview}>
      <video
        autoplay
        playsinline
        disablepictureinpicture
        .muted=${true}
        .srcObject=${media.stream}
        ?hidden=${status !== 'on'}
      ></video>
      ${
        status === 'on' ? nothing : html`<p class="no-picture">${this.#noPicture(media.camera)}</p>`
      }
      <div class="toggles">
        ${this.#toggle('microphone', media.microphone.status, (on) =>
          session.setMicrophoneEnabled(on),
        )}
        ${this.#toggle('camera', status, (on) => session.setCameraEnabled(on))}
      </div>
    </section>`;
  }

  #noPicture({ status, error }: LocalDevice): string {
    if (status === 'starting') return this.t.cameraStarting;
    if (status === 'interrupted') return deviceTerms(this.localize.language).cameraInterrupted;
    if (status === 'off') return this.t.cameraIsOff;
    const browser = browserKind(navigator.userAgent);
    return describeMediaError(this.localize.language, 'camera', error ?? 'unknown', browser)
      .sentence;
  }

  #toggle(
    kind: 'microphone' | 'camera',
    status: LocalDevice['status'],
    set: (on: boolean) => Promise<void>,
  ) {
    const on = status === 'on' || status === 'starting' || status === 'interrupted';
    const drawn: IconName = on ? kind : `${kind}Off`;
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
      ${icon(drawn)}
    </button>`;
  }

  #name(session: Session) {
    return html`<div class="field">
      <label for="name">${this.t.name}</label>
      <input
        id="name"
        class="input"
        part="input"
        name="name"
        autocomplete="name"
        maxlength=${LIMITS.nameLength}
        aria-invalid=${this.nameMissing ? 'true' : 'false'}
        aria-describedby="name-help"
        .value=${this.#firstName}
        @input=${(event: InputEvent & { target: HTMLInputElement }) => {
          this.nameMissing = false;
          session.setName(event.target.value);
        }}
      />
      <p id="name-help" class="small ${this.nameMissing ? 'missing' : 'muted'}" role="status">
        ${this.nameMissing ? this.t.nameMissing : this.t.nameHelp}
      </p>
    </div>`;
  }

  #error({ error }: Lobby) {
    if (error === null) return html`<div role="alert"></div>`;
    const { sentence, remedy } = describeError(this.localize.language, error.code);
    return html`<div role="alert">
      <p class="problem" part="problem">
        ${icon('alert')}<span><strong>${sentence}</strong> ${remedy}</span>
      </p>
    </div>`;
  }

  #inside({ inside }: Lobby): string {
    if (inside.length === 0) return this.t.nobodyInside;
    const names = inside
      .slice(0, NAMES_SHOWN)
      .map((person) => person.name)
      .join(', ');
    return inside.length > NAMES_SHOWN
      ? this.t.insideMore(names, inside.length - NAMES_SHOWN)
      : this.t.insideNow(names);
  }

  #button(busy: boolean) {
    return html`<button
      class="button primary"
      part="button primary-button"
      type="submit"
      aria-disabled=${busy ? 'true' : 'false'}
    >
      ${busy ? html`<span class="spinner"></span>${this.t.joining}` : this.t.join}
    </button>`;
  }

  #join(): void {
    // The session's own state: the last render may not have seen what was typed just now.
    const state = this.session?.snapshot.state;
    if (state?.name !== 'lobby') return;
    if (!state.nameFixed && !state.personName?.trim()) {
      this.nameMissing = true;
      this.renderRoot.querySelector<HTMLElement>('#name')?.focus();
      return;
    }
    this.emit('join');
  }
}
