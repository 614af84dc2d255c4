import { html, nothing } from 'lit';
import { LIMITS } from '@rendev/interview-protocol/limits';
import type { Session } from '../../engine/session.ts';
import type { SessionSnapshot, SessionState } from '../../engine/session-snapshot.ts';
import { MediaStart, type MediaWanted } from '../../controllers/media-start.ts';
import { icon } from '../../icons/icons.ts';
import { describeError } from '../../locales/errors.ts';
import { listOf } from '../../locales/lists.ts';
import { lobbyTerms } from '../../locales/lobby-terms.ts';
import { interviewTitle } from '../base/interview-title.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { RendevConnection } from '../connection/connection.ts';
import { RendevDevices } from '../devices/devices.ts';
import { RendevInApp } from '../in-app/in-app.ts';
import { RendevPreview } from '../preview/preview.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { lobbyStyles } from './lobby.styles.ts';

type Lobby = Extract<SessionState, { name: 'lobby' }>;
/** Names that are shown of those inside before the rest is counted. */
const NAMES_SHOWN = 3;

/** Before the call: see and hear oneself, choose devices, say a name, join. Emits `join`. */
export class RendevLobby extends RendevElement {
  static override uses = {
    'rendev-connection': RendevConnection,
    'rendev-devices': RendevDevices,
    'rendev-in-app': RendevInApp,
    'rendev-preview': RendevPreview,
  };
  static override styles = [base, controls, lobbyStyles];
  static override properties = {
    session: { attribute: false },
    snapshot: { attribute: false },
    wanted: { attribute: false },
    hides: { attribute: false },
    nameMissing: { state: true },
  };

  declare session: Session | null;
  declare snapshot: SessionSnapshot | null;
  /** What the host wants to be on at the start. */
  declare wanted: MediaWanted;
  declare hides: ReadonlySet<string>;
  declare nameMissing: boolean;
  readonly #start = new MediaStart(this);
  /** Kept while joining, when the state no longer tells who is inside. */
  #lobby: Lobby | null = null;
  /** What the name field begins with; from then on it is the person's. */
  #firstName: string | null = null;

  constructor() {
    super();
    this.session = null;
    this.snapshot = null;
    this.wanted = 'both';
    this.hides = new Set();
    this.nameMissing = false;
  }

  override willUpdate() {
    const state = this.snapshot?.state;
    if (state?.name !== 'lobby') return;
    this.#firstName ??= state.personName ?? '';
    this.#lobby = state;
    if (this.session) this.#start.follow(this.session, this.#asked);
  }

  override render() {
    const { snapshot, session } = this;
    const lobby = this.#lobby;
    if (snapshot === null || session === null || lobby === null) return nothing;
    const terms = this.#terms;
    return html`
      <form
        class="lobby"
        novalidate
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          this.#join();
        }}
      >
        <rendev-in-app exportparts="button, input, notice" lang=${this.lang}></rendev-in-app>
        ${this.#preview(session, snapshot)}
        <div class="side">
          <div class="head">
            <p class="muted"><bdi>${interviewTitle(snapshot.interview, this.t.brand)}</bdi></p>
            <h2 class="title" part="title" tabindex="-1">${terms.ready}</h2>
          </div>
          ${lobby.nameFixed ? nothing : this.#name(session)} ${this.#checks(session, snapshot)}
          ${
            this.hides.has('help')
              ? nothing
              : html`<p class="tip small muted">${terms.headphones}</p>`
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
    return html`<rendev-preview
      class="preview"
      exportparts="preview, toggle, button, primary-button"
      lang=${this.lang}
      .session=${session}
      .media=${media}
      .stage=${this.#start.stage}
      .asked=${this.#asked}
      ?observing=${this.#observing}
      @allow=${() => {
        this.#start.allow(session);
        // The button that was pressed is gone; what it brings begins here.
        this.focusHeading();
      }}
    ></rendev-preview>`;
  }

  /** The devices have nothing to show before the person has agreed to be asked. */
  #checks(session: Session, snapshot: SessionSnapshot) {
    return html`${
        this.#explains
          ? nothing
          : html`<rendev-devices
              exportparts="device, device-status, select, switch, button"
              lang=${this.lang}
              ?observing=${this.#observing}
              voiceCheck
              .session=${session}
              .media=${snapshot.media}
            ></rendev-devices>`
      }
      <rendev-connection
        exportparts="device, device-status, button"
        lang=${this.lang}
        .session=${session}
        .snapshot=${snapshot}
      ></rendev-connection>`;
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
    const terms = this.#terms;
    if (inside.length === 0) return terms.nobodyInside;
    const shown = inside.slice(0, NAMES_SHOWN).map((person) => person.name);
    const names = listOf(shown, this.localize.locale);
    return inside.length > NAMES_SHOWN
      ? terms.insideMore(names, inside.length - NAMES_SHOWN)
      : terms.insideNow(names);
  }

  /** One step at a time: while the preview asks for the devices, joining without them is the other. */
  #button(busy: boolean) {
    const label = this.#explains ? this.#terms.joinWithout : this.#terms.join;
    return html`<button
      class=${this.#explains ? 'button' : 'button primary'}
      part=${this.#explains ? 'button' : 'button primary-button'}
      type="submit"
      aria-disabled=${busy ? 'true' : 'false'}
    >
      ${busy ? html`<span class="spinner"></span>${this.t.joining}` : label}
    </button>`;
  }

  #join(): void {
    // The session's own state: the last render may not have seen what was typed just now.
    const { session } = this;
    const state = session?.snapshot.state;
    if (!session || state?.name !== 'lobby') return;
    if (!state.nameFixed && !state.personName?.trim()) {
      this.nameMissing = true;
      this.renderRoot.querySelector<HTMLElement>('#name')?.focus();
      return;
    }
    if (this.#explains) this.#start.decline(session);
    this.emit('join');
  }

  get #explains(): boolean {
    return this.#start.stage === 'explaining';
  }

  get #observing(): boolean {
    return this.#lobby?.role === 'observer';
  }

  get #asked(): MediaWanted {
    return this.#observing ? 'none' : this.wanted;
  }

  get #terms() {
    return lobbyTerms(this.localize.language);
  }
}
