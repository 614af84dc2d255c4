import { type TemplateResult, html, nothing } from 'lit';
import { createSession } from '../../engine/index.ts';
import { RendevError } from '../../engine/rendev-error.ts';
import type { Entry, Session, SessionOptions } from '../../engine/session.ts';
import type {
  RemoteParticipant,
  SessionSnapshot,
  SessionState,
} from '../../engine/session-snapshot.ts';
import { quietly } from '../../controllers/quietly.ts';
import { SessionLife } from '../../controllers/session-life.ts';
import { getDefaultServer } from '../../default-server.ts';
import { type RendevInterviewEventMap, interviewEvent } from '../../events/interview-events.ts';
import { snapshotEvents } from '../../events/snapshot-events.ts';
import { describeError } from '../../locales/errors.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { tokens } from '../../styles/tokens.ts';
import type { CallPanel } from '../call/call-controls.ts';
import { type CodeEntryDetail, RendevCodeEntry } from '../code-entry/code-entry.ts';
import { RendevCountdown } from '../countdown/countdown.ts';
import { readCode } from '../code-entry/code-text.ts';
import { RendevMessage } from '../message/message.ts';
import { announcements } from './announcements.ts';
import { entryMemory } from './entry-memory.ts';
import { interviewStyles } from './interview.styles.ts';
import { PartLoader } from './part-loader.ts';
import { type Screen, screenOf, tagOf } from './screens.ts';

/** States in which nothing is lost when the session is replaced. */
const BEFORE_ENTRY = new Set<SessionState['name']>(['idle', 'refused', 'ended']);
const IN_THE_ROOM = new Set<SessionState['name']>(['waiting', 'in-call', 'reconnecting']);

/**
 * An interview room: code entry, lobby, call and chat in one element.
 *
 * @slot logo - above the title of the first screens
 * @slot ended - on the last screen, under what happened
 */
export class RendevInterview extends RendevElement {
  static override uses = {
    'rendev-code-entry': RendevCodeEntry,
    'rendev-countdown': RendevCountdown,
    'rendev-message': RendevMessage,
  };
  static override styles = [tokens, base, interviewStyles];
  static override properties = {
    server: {},
    code: {},
    ticket: {},
    name: {},
    theme: {},
    microphone: {},
    camera: {},
    autoJoin: { type: Boolean, attribute: 'auto-join' },
    hide: {},
    panel: { state: true },
  };

  /** Base URL of the signal server. Default: where the script came from, else the page's origin. */
  declare server: string | null;
  /** Shown in the code field and entered at once. */
  declare code: string | null;
  /** Minted by the host's back end; skips the code entry. */
  declare ticket: string | null;
  /** The person's name, where the code does not fix one. */
  declare name: string | null;
  declare theme: 'auto' | 'light' | 'dark';
  /** Whether the microphone is on at the start. */
  declare microphone: 'on' | 'off';
  /** Whether the camera is on at the start. */
  declare camera: 'on' | 'off';
  /** Joins as soon as the lobby is ready. */
  declare autoJoin: boolean;
  /**
   * Parts to leave out, separated by spaces: `help`, `timer`, `quality`, `self-view`, and the
   * controls `microphone`, `camera`, `share`, `chat`, `people`, `devices`, `leave`.
   */
  declare hide: string;
  declare panel: CallPanel | null;

  readonly #life = new SessionLife(this, (signal) => this.#open(signal));
  readonly #parts = new PartLoader(this);
  #openedWith = '';
  #entry: Entry | null = null;
  /** Code in the page's fragment, `#code=`: filled in, and entered only with `auto-join`. */
  #fragmentCode = '';
  #entryDue = false;
  #joinTried = false;
  #hides: ReadonlySet<string> = new Set();
  #screen: Screen | null = null;
  /** What the state asks for; the present screen stays until its element is loaded. */
  #wanted: Screen = 'entering';
  #bringFocus = false;
  #focusWasInside = false;
  #unsaid: string[] = [];
  #said = '';

  constructor() {
    super();
    this.server = null;
    this.code = null;
    this.ticket = null;
    this.name = null;
    this.theme = 'auto';
    this.microphone = 'on';
    this.camera = 'on';
    this.autoJoin = false;
    this.hide = '';
    this.panel = null;
  }

  get version(): string {
    return RendevInterview.version;
  }

  /** The engine. A new one after the element was removed from the document. */
  get session(): Session {
    return this.#life.session;
  }

  /** Everybody else in the room. */
  get participants(): readonly RemoteParticipant[] {
    return this.session.snapshot.participants;
  }

  get state(): SessionState['name'] {
    return this.session.snapshot.state.name;
  }

  /** Trades a code for a place in the lobby. Rejects with the code of the refusal. */
  async enter(code: string): Promise<void> {
    await this.#enterWith(this.#codeEntry(code, this.name));
  }

  /** From the lobby into the room. Rejects with `prevented` when `before-join` was canceled. */
  async join(): Promise<void> {
    const session = this.#need();
    if (session.snapshot.state.name !== 'lobby') throw new RendevError('invalid-state');
    if (!this.dispatchEvent(interviewEvent('before-join', null))) {
      throw new RendevError('prevented');
    }
    await session.join();
  }

  /** Out of the room. Rejects with `prevented` when `before-leave` was canceled. */
  async leave(): Promise<void> {
    const session = this.#need();
    const inside = IN_THE_ROOM.has(session.snapshot.state.name);
    if (inside && !this.dispatchEvent(interviewEvent('before-leave', null))) {
      throw new RendevError('prevented');
    }
    await session.leave();
  }

  async setMicrophoneEnabled(on: boolean): Promise<void> {
    await this.#need().setMicrophoneEnabled(on);
  }

  async setCameraEnabled(on: boolean): Promise<void> {
    await this.#need().setCameraEnabled(on);
  }

  /** Needs a click: browsers ask the person which screen. */
  async setScreenShareEnabled(on: boolean): Promise<void> {
    await this.#need().setScreenShareEnabled(on);
  }

  /** Resolves when the server has stored it. */
  async sendMessage(text: string): Promise<void> {
    await this.#need().sendMessage(text);
  }

  /** @param force open or closed; by default the other of the two */
  async toggleChat(force?: boolean): Promise<void> {
    if (!IN_THE_ROOM.has(this.state)) throw new RendevError('invalid-state');
    this.panel = (force ?? this.panel !== 'chat') ? 'chat' : null;
    await this.updateComplete;
  }

  override addEventListener<Name extends keyof RendevInterviewEventMap>(
    type: Name,
    listener: (this: RendevInterview, event: RendevInterviewEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener, options);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.requestUpdate();
  }

  /** Without a document there is nothing to show, and a session would be opened for nobody. */
  override shouldUpdate() {
    return this.isConnected;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>) {
    this.#need();
    if (changed.has('hide')) this.#hides = new Set(this.hide.split(/\s+/).filter(Boolean));
    if (changed.has('code') || changed.has('ticket')) this.#entryDue = true;
    this.#takeScreen();
    if (this.#unsaid.length > 0) {
      const text = this.#unsaid.join(' ');
      // The same sentence twice is spoken again only if it differs.
      this.#said = text === this.#said ? `${text}\u00a0` : text;
      this.#unsaid = [];
    }
  }

  override updated() {
    if (this.#entryDue) {
      this.#entryDue = false;
      this.#enterByItself();
    }
    if (!this.#bringFocus) return;
    this.#bringFocus = false;
    void this.#focusScreen();
  }

  override render() {
    const { snapshot } = this.session;
    if (this.#screen === null) return nothing;
    return html`
      <div
        class="frame ${this.theme}"
        part="frame"
        lang=${this.localize.language}
        @rendev-announce=${(event: CustomEvent<string>) => {
          event.stopPropagation();
          this.#say(event.detail);
        }}
      >
        ${
          this.#parts.failed(tagOf(this.#wanted))
            ? this.#loadFailed()
            : this.#content(this.#screen, snapshot)
        }
        <div class="spoken" role="status" aria-live="polite">${this.#said}</div>
      </div>
    `;
  }

  #content(screen: Screen, snapshot: SessionSnapshot): TemplateResult | typeof nothing {
    const { state, interview } = snapshot;
    const { t } = this;
    const lang = this.localize.locale;
    switch (screen) {
      case 'code-entry':
        return html`<rendev-code-entry
          data-screen
          exportparts="card, title, code, code-input, input, problem, button, primary-button"
          lang=${lang}
          .code=${this.code ?? this.#fragmentCode}
          .name=${this.name ?? ''}
          .busy=${state.name !== 'idle' && state.name !== 'refused'}
          .error=${state.name === 'refused' ? state.error : null}
          .hides=${this.#hides}
          @enter=${({ detail }: CustomEvent<CodeEntryDetail>) => {
            quietly(this.#enterWith(this.#codeEntry(detail.code, detail.name)));
          }}
          ><slot name="logo" slot="logo"></slot
        ></rendev-code-entry>`;
      case 'countdown':
        return html`<rendev-countdown
          data-screen
          exportparts="card, title, countdown, button"
          lang=${lang}
          .opensAt=${state.name === 'countdown' ? state.opensAt : 0}
          .clockOffset=${snapshot.clockOffsetMs}
          .interview=${interview}
          .canChangeCode=${!this.#byTicket}
          @other-code=${this.#otherCode}
          ><slot name="logo" slot="logo"></slot
        ></rendev-countdown>`;
      case 'lobby':
        return html`<rendev-lobby
          data-screen
          exportparts="preview, toggle, title, input, problem, device, device-status, select, button, primary-button"
          lang=${lang}
          .session=${this.session}
          .snapshot=${snapshot}
          .hides=${this.#hides}
          @join=${() => {
            quietly(this.join());
          }}
        ></rendev-lobby>`;
      case 'call':
        return html`<rendev-call
          data-screen
          exportparts="call, top, title, timer, quality, stage, tile, tile-name, tile-condition, notice, controls, control, leave-button, panel, chat-log, chat-form, chat-input, send-button, message, person, device, device-status, select, button"
          lang=${lang}
          .session=${this.session}
          .snapshot=${snapshot}
          .panel=${this.panel}
          .hides=${this.#hides}
          @panel=${({ detail }: CustomEvent<CallPanel | null>) => {
            this.panel = detail;
          }}
          @leave=${this.#leaveByClick}
        ></rendev-call>`;
      case 'ended':
        return html`<rendev-ended
          data-screen
          exportparts="card, title, duration, button, primary-button"
          lang=${lang}
          .state=${state.name === 'ended' ? state : null}
          .canChangeCode=${!this.#byTicket}
          @rejoin=${this.#enterAgain}
          @other-code=${this.#otherCode}
          ><slot name="ended"></slot
        ></rendev-ended>`;
      case 'waiting':
        return this.#message(t.waiting, t.waitingHelp, true, t.leave, this.#leaveByClick);
      case 'entering':
        return this.#message(state.name === 'joining' ? t.joining : t.checking, '', true);
      case 'ticket-refused': {
        const code = state.name === 'refused' ? state.error.code : 'unknown';
        const { sentence, remedy } = describeError(this.localize.language, code);
        return this.#message(
          sentence.replace(/\.$/, ''),
          remedy,
          false,
          t.tryAgain,
          this.#enterAgain,
        );
      }
    }
  }

  #message(heading: string, text: string, busy: boolean, action = '', act?: () => void) {
    return html`<rendev-message
      data-screen
      exportparts="card, title, button"
      lang=${this.localize.locale}
      .heading=${heading}
      .text=${text}
      .busy=${busy}
      .action=${action}
      @act=${act}
    ></rendev-message>`;
  }

  #loadFailed() {
    const { t } = this;
    return this.#message(t.screenFailed, t.screenFailedHelp, false, t.tryAgain, () => {
      this.#parts.loadFor(this.state);
    });
  }

  get #byTicket(): boolean {
    return this.#entry === null ? Boolean(this.ticket) : 'ticket' in this.#entry;
  }

  #options(): SessionOptions {
    return {
      server: this.server ?? getDefaultServer(),
      microphone: this.microphone !== 'off',
      camera: this.camera !== 'off',
    };
  }

  /** Replaced in tests of what the element shows. */
  protected createSession(options: SessionOptions): Session {
    return createSession(options);
  }

  #open(signal: AbortSignal): Session {
    const options = this.#options();
    this.#openedWith = JSON.stringify(options);
    this.#entry = null;
    this.#entryDue = true;
    this.#fragmentCode = new URLSearchParams(location.hash.slice(1)).get('code') ?? '';
    const session = this.createSession(options);
    session.subscribe(
      (snapshot, previous) => {
        this.#changed(snapshot, previous);
      },
      { signal },
    );
    session.onFailure(
      (failure) => {
        this.dispatchEvent(interviewEvent('failure', failure));
      },
      { signal },
    );
    this.setAttribute('state', session.snapshot.state.name);
    this.requestUpdate();
    return session;
  }

  /** The session for the present attributes; a new one if they changed before anybody entered. */
  #need(): Session {
    const session = this.session;
    const changed = this.#openedWith !== JSON.stringify(this.#options());
    if (changed && BEFORE_ENTRY.has(session.snapshot.state.name)) this.#life.end();
    return this.session;
  }

  #changed(snapshot: SessionSnapshot, previous: SessionSnapshot): void {
    const { name } = snapshot.state;
    this.setAttribute('state', name);
    if (IN_THE_ROOM.has(name)) entryMemory.save(this.#options().server, this.#entry);
    else this.panel = null;
    if (name === 'ended' || name === 'refused') entryMemory.clear();
    this.#parts.loadFor(name);
    this.#say(...announcements(snapshot, previous, this.t, this.panel === 'chat'));
    this.requestUpdate();
    for (const event of snapshotEvents(snapshot, previous)) this.dispatchEvent(event);
    if (this.autoJoin && snapshot.state.name === 'lobby' && !this.#joinTried) {
      this.#joinTried = true;
      if (snapshot.state.personName !== null) quietly(this.join());
    }
  }

  #codeEntry(code: string, name: string | null): Entry {
    return name ? { code, name } : { code };
  }

  async #enterWith(entry: Entry): Promise<void> {
    const session = this.#need();
    this.#entry = entry;
    this.#joinTried = false;
    await session.enter(entry);
  }

  #enterByItself(): void {
    if (!BEFORE_ENTRY.has(this.state)) return;
    const entry = this.#ownEntry();
    if (entry !== null) quietly(this.#enterWith(entry));
  }

  /** The way in that nobody has to confirm. */
  #ownEntry(): Entry | null {
    if (this.ticket) return { ticket: this.ticket };
    if (this.code) return this.#codeEntry(this.code, this.name);
    const fragment = this.#fragmentCode;
    const kept = entryMemory.load(this.#options().server);
    if (kept !== null && (fragment === '' || isSameCode(kept.code, fragment))) return kept;
    return this.autoJoin && fragment !== '' ? this.#codeEntry(fragment, this.name) : null;
  }

  readonly #enterAgain = (): void => {
    const entry = this.ticket ? { ticket: this.ticket } : this.#entry;
    if (entry !== null) quietly(this.#enterWith(entry));
  };

  readonly #otherCode = (): void => {
    this.#entry = null;
    quietly(this.#need().reset());
  };

  readonly #leaveByClick = (): void => {
    quietly(this.leave());
  };

  #say(...texts: string[]): void {
    if (texts.length === 0) return;
    this.#unsaid.push(...texts);
    this.requestUpdate();
  }

  #takeScreen(): void {
    const { state } = this.session.snapshot;
    this.#wanted = screenOf(state, this.#byTicket, this.#screen);
    const loaded = customElements.get(tagOf(this.#wanted)) !== undefined;
    const screen = loaded ? this.#wanted : (this.#screen ?? 'entering');
    if (screen === this.#screen) return;
    this.#bringFocus = this.#screen !== null;
    // Asked now: after the render the focused element is gone.
    this.#focusWasInside = this.matches(':focus-within');
    this.#screen = screen;
  }

  /** A person who was at work here goes on at the new heading; others only hear it. */
  async #focusScreen(): Promise<void> {
    const content = this.renderRoot.querySelector<RendevElement>('[data-screen]');
    if (content === null) return;
    await content.updateComplete;
    if (!content.isConnected) return;
    if (this.#focusWasInside) content.focusHeading();
    else this.#say(content.headingText);
  }
}

const isSameCode = (one: string, other: string) =>
  readCode(one).symbols === readCode(other).symbols;

declare global {
  interface HTMLElementTagNameMap {
    'rendev-interview': RendevInterview;
  }
}
