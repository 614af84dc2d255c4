import { html, nothing, type TemplateResult } from 'lit';
import { createSession } from '../../engine/index.ts';
import { RendevError } from '../../engine/rendev-error.ts';
import type { Entry, Session, SessionOptions } from '../../engine/session.ts';
import type {
  RemoteParticipant,
  SessionSnapshot,
  SessionState,
} from '../../engine/session-snapshot.ts';
import { Announcer } from '../../controllers/announcer.ts';
import { quietly } from '../../controllers/quietly.ts';
import { SessionLife } from '../../controllers/session-life.ts';
import { type RendevInterviewEventMap, interviewEvent } from '../../events/interview-events.ts';
import { snapshotEvents } from '../../events/snapshot-events.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { tokens } from '../../styles/tokens.ts';
import type { CallPanel } from '../call/call-panel.ts';
import { RendevCodeEntry } from '../code-entry/code-entry.ts';
import { RendevCountdown } from '../countdown/countdown.ts';
import { RendevMessage } from '../message/message.ts';
import { announcements } from './announcements.ts';
import { interviewStyles } from './interview.styles.ts';
import { codeEntry, codeInAddress, ownEntry } from './own-entry.ts';
import { mediaWanted, sessionOptions } from './own-settings.ts';
import { PartLoader } from './part-loader.ts';
import { ScreenFlow } from './screen-flow.ts';
import { type ScreenView, loadFailedTemplate, screenTemplate } from './screen-template.ts';
import { tagOf } from './screens.ts';

/** States in which nothing is lost when the session is replaced. */
const BEFORE_ENTRY = new Set<SessionState['name']>(['idle', 'refused', 'ended']);
const IN_THE_ROOM = new Set<SessionState['name']>(['waiting', 'in-call', 'reconnecting']);

/**
 * An interview room: code entry, lobby, call and chat in one element.
 *
 * @slot logo - above the title of the first screens
 * @slot ended - on the last screen, under what happened
 *
 * @fires state-change, entry-refused, before-join, joined, before-leave, left
 * @fires participant-joined, participant-changed, participant-left, quality-change
 * @fires message, media-change, rating, failure - the details are `InterviewEventDetails`
 *
 * @csspart frame, card, title, button, primary-button, input, select, problem - everywhere
 * @csspart code, code-input, countdown - the first screens
 * @csspart word, duration, rating, score - the last screen
 * @csspart preview, toggle, device, device-status, switch - lobby and devices
 * @csspart call, top, timer, quality, stage, notice - the call
 * @csspart tile, tile-name, tile-hand, tile-condition, tile-action, show-self - its stage
 * @csspart controls, control, leave-button, menu, menu-item, dialog - its bar, menus and questions
 * @csspart panel, person, line - its panel
 * @csspart chat-log, message, chat-form, chat-input, emoji-button, emoji, send-button - the chat
 *
 * @cssprop --rendev-surface, --rendev-canvas, --rendev-text, --rendev-text-muted - and the other
 *   custom properties of styles/tokens.ts
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
  /** Colours; `auto` follows the `color-scheme` of the page. */
  declare theme: 'auto' | 'light' | 'dark';
  /** Whether the microphone is on at the start. */
  declare microphone: 'on' | 'off';
  /** Whether the camera is on at the start. */
  declare camera: 'on' | 'off';
  /** Joins as soon as the lobby is ready. */
  declare autoJoin: boolean;
  /**
   * Parts to leave out, separated by spaces: `help`, `timer`, `quality`, `self-view`, `rating`, and the
   * controls `microphone`, `camera`, `share`, `chat`, `people`, `hand`, `reactions`, `devices`, `more`
   * (the menu) and `leave`.
   */
  declare hide: string;
  declare panel: CallPanel | null;

  readonly #life = new SessionLife(this, (signal) => this.#open(signal));
  readonly #parts = new PartLoader(this);
  readonly #announcer = new Announcer(this);
  readonly #screens: ScreenFlow = new ScreenFlow(this, this.#announcer);
  #openedWith = '';
  #entry: Entry | null = null;
  #fragmentCode = '';
  #entryDue = false;
  #joinTried = false;
  #hides: ReadonlySet<string> = new Set();

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

  /** Of the package. */
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

  /** Where the person is; the attribute of this name shows it to styles. */
  get state(): SessionState['name'] {
    return this.session.snapshot.state.name;
  }

  /** Trades a code for a place in the lobby. Rejects with the code of the refusal. */
  async enter(code: string): Promise<void> {
    await this.#enterWith(codeEntry(code, this.name));
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

  /** Rejects with the reason where it cannot be turned on. */
  async setMicrophoneEnabled(on: boolean): Promise<void> {
    await this.#need().setMicrophoneEnabled(on);
  }

  /** Rejects with the reason where it cannot be turned on. */
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

  /**
   * Opens or closes the chat. Rejects with `invalid-state` outside the room.
   *
   * @param force open or closed; by default the other of the two
   */
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
    this.#screens.follow(this.session.snapshot.state, this.#byTicket);
  }

  override updated() {
    if (this.#entryDue) {
      this.#entryDue = false;
      this.#enterByItself();
    }
    void this.#screens.arrive();
  }

  override render(): TemplateResult {
    return html`
      <div
        class="frame ${this.theme}"
        part="frame"
        lang=${this.localize.language}
        dir=${this.localize.direction}
        @rendev-announce=${(event: CustomEvent<string>) => {
          event.stopPropagation();
          this.#announcer.say(event.detail);
        }}
      >
        ${this.localize.isWaiting ? nothing : this.#screen()}
        <div class="spoken" role="status" aria-live="polite">${this.#announcer.take()}</div>
      </div>
    `;
  }

  #screen() {
    const { current, wanted } = this.#screens;
    return this.#parts.failed(tagOf(wanted))
      ? loadFailedTemplate(this.localize, () => {
          this.#parts.loadFor(this.state);
        })
      : screenTemplate(current, this.#view());
  }

  #view(): ScreenView {
    return {
      session: this.session,
      localize: this.localize,
      code: this.#shownCode,
      name: this.name ?? '',
      byTicket: this.#byTicket,
      wanted: mediaWanted(this),
      panel: this.panel,
      hides: this.#hides,
      enter: (code, name) => {
        quietly(this.#enterWith(codeEntry(code, name)));
      },
      enterAgain: () => {
        const entry = this.ticket ? { ticket: this.ticket } : this.#entry;
        if (entry !== null) quietly(this.#enterWith(entry));
      },
      otherCode: () => {
        this.#entry = null;
        quietly(this.#need().reset());
      },
      join: () => {
        quietly(this.join());
      },
      leave: () => {
        quietly(this.leave());
      },
      setPanel: (panel) => {
        this.panel = panel;
      },
      rate: (rating) => {
        this.dispatchEvent(interviewEvent('rating', rating));
      },
    };
  }

  get #shownCode(): string {
    const entry = this.#entry;
    return entry !== null && 'code' in entry ? entry.code : (this.code ?? this.#fragmentCode);
  }

  get #byTicket(): boolean {
    return this.#entry === null ? Boolean(this.ticket) : 'ticket' in this.#entry;
  }

  /** Replaced in tests of what the element shows. */
  protected createSession(options: SessionOptions): Session {
    return createSession(options);
  }

  #open(signal: AbortSignal): Session {
    const options = sessionOptions(this);
    this.#openedWith = JSON.stringify(options);
    this.#entry = null;
    this.#entryDue = true;
    this.#fragmentCode = codeInAddress();
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
    const changed = this.#openedWith !== JSON.stringify(sessionOptions(this));
    if (changed && BEFORE_ENTRY.has(session.snapshot.state.name)) this.#life.end();
    return this.session;
  }

  #changed(snapshot: SessionSnapshot, previous: SessionSnapshot): void {
    const { name } = snapshot.state;
    this.setAttribute('state', name);
    if (!IN_THE_ROOM.has(name)) this.panel = null;
    this.#parts.loadFor(name);
    this.#announcer.say(...announcements(snapshot, previous, this.t));
    this.requestUpdate();
    for (const event of snapshotEvents(snapshot, previous)) this.dispatchEvent(event);
    if (this.autoJoin && snapshot.state.name === 'lobby' && !this.#joinTried) {
      this.#joinTried = true;
      if (snapshot.state.personName !== null) quietly(this.join());
    }
  }

  async #enterWith(entry: Entry): Promise<void> {
    const session = this.#need();
    this.#entry = entry;
    this.#joinTried = false;
    await session.enter(entry);
  }

  #enterByItself(): void {
    if (!BEFORE_ENTRY.has(this.state)) return;
    const { ticket, code, name, autoJoin } = this;
    const fragmentCode = this.#fragmentCode;
    const kept = this.session.keptEntry;
    const entry = ownEntry({ ticket, code, name, autoJoin, fragmentCode, kept });
    if (entry !== null) quietly(this.#enterWith(entry));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rendev-interview': RendevInterview;
  }
}
