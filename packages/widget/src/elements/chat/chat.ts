import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LIMITS } from '@rendev/interview-protocol/limits';
import type { Chat } from '../../engine/session-snapshot.ts';
import type { Session } from '../../engine/session.ts';
import { quietly } from '../../controllers/quietly.ts';
import { icon } from '../../icons/icons.ts';
import { clockTime, viewerZone } from '../../locales/time.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { chatStyles } from './chat.styles.ts';
import { messageLines, messageTemplate } from './message-line.ts';

/** Closer to the end than this, a reader is taken to follow along; px. */
const NEAR_END_PX = 48;
const TYPING_IDLE_MS = 3000;

/** The written conversation. Stays in the document while closed, so that a draft is kept. */
export class RendevChat extends RendevElement {
  static override styles = [base, controls, chatStyles];
  static override properties = {
    session: { attribute: false },
    chat: { attribute: false },
    selfId: { attribute: false },
    names: { attribute: false },
    hidden: { type: Boolean, reflect: true },
    over: { state: true },
    behind: { state: true },
  };

  declare session: Session | null;
  declare chat: Chat | null;
  declare selfId: string;
  /** Names by participant id, for who is typing. */
  declare names: ReadonlyMap<string, string>;
  declare hidden: boolean;
  /** Characters beyond the limit. */
  declare over: number;
  /** Whether there are messages below what the reader looks at. */
  declare behind: boolean;
  #following = true;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.session = null;
    this.chat = null;
    this.selfId = '';
    this.names = new Map();
    this.hidden = false;
    this.over = 0;
    this.behind = false;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typingTimer);
  }

  override updated(changed: Map<PropertyKey, unknown>) {
    if (changed.has('hidden') && !this.hidden) this.#toEnd();
    else if (changed.has('chat')) this.#keepPlace(changed.get('chat') as Chat | null | undefined);
    this.#markRead();
  }

  /** To the field that the person writes in. */
  override focus(): void {
    this.#field?.focus();
  }

  override render() {
    const { chat } = this;
    if (chat === null) return nothing;
    const { language, locale } = this.localize;
    const readSeq = Math.max(
      0,
      ...[...chat.readMarks].map(([id, seq]) => (id === this.selfId ? 0 : seq)),
    );
    const acts = {
      retry: (id: string) => {
        quietly(this.session?.retryMessage(id) ?? Promise.resolve());
      },
      discard: (id: string) => {
        this.session?.discardMessage(id);
      },
      clock: (ms: number) => clockTime(ms, locale, viewerZone()),
    };
    return html`
      <div
        class="log"
        part="chat-log"
        role="log"
        tabindex="0"
        aria-label=${this.t.chat}
        @scroll=${() => {
          this.#scrolled();
        }}
      >
        ${
          this.hidden
            ? nothing
            : chat.entries.length === 0
              ? html`<div class="empty">
                  <p>${this.t.chatEmpty}</p>
                  <p class="small muted">${this.t.chatEmptyHelp}</p>
                </div>`
              : html`<ol>
                  ${repeat(
                    messageLines(chat.entries, readSeq),
                    ({ entry }) => entry.id,
                    (line) => messageTemplate(line, this.t, language, acts),
                  )}
                </ol>`
        }
      </div>
      ${
        this.behind
          ? html`<button
              class="button compact newer"
              type="button"
              @click=${() => {
                this.#toEnd();
              }}
            >
              ${icon('down')}${this.t.newMessages}
            </button>`
          : nothing
      }
      <p class="typing small muted" aria-live="off">${this.#typing(chat)}</p>
      ${this.#composer()}
    `;
  }

  #composer() {
    return html`<form
      part="chat-form"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        this.#send();
      }}
    >
      <textarea
        class="input"
        part="chat-input"
        rows="1"
        enterkeyhint="send"
        aria-label=${this.t.message}
        aria-describedby="over"
        aria-invalid=${this.over > 0 ? 'true' : 'false'}
        placeholder=${this.t.messagePlaceholder}
        @input=${() => {
          this.#typed();
        }}
        @keydown=${(event: KeyboardEvent) => {
          this.#key(event);
        }}
      ></textarea>
      <button
        class="icon-button send"
        part="send-button"
        type="submit"
        aria-label=${this.t.send}
        title=${this.t.send}
      >
        ${icon('send')}
      </button>
      <p id="over" class="small over" role="status">
        ${this.over > 0 ? this.t.tooLong(this.over) : nothing}
      </p>
    </form>`;
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  get #log(): HTMLElement | null {
    return this.renderRoot.querySelector('.log');
  }

  #typing({ typing }: Chat): string {
    if (typing.length > 1) return this.t.typingMany(typing.length);
    const name = this.names.get(typing[0] ?? '');
    return name === undefined ? '' : this.t.typing(name);
  }

  #key(event: KeyboardEvent): void {
    // Safari ends a composition before the Enter that ended it; the old key code still tells.
    const composing = event.isComposing || (event as { keyCode?: number }).keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || composing) return;
    event.preventDefault();
    this.#send();
  }

  #typed(): void {
    this.over = Math.max(0, (this.#field?.value.trim().length ?? 0) - LIMITS.messageLength);
    this.#setTyping(this.#field?.value.trim() !== '');
  }

  #setTyping(typing: boolean): void {
    clearTimeout(this.#typingTimer);
    this.session?.setTyping(typing);
    if (!typing) return;
    this.#typingTimer = setTimeout(() => {
      this.session?.setTyping(false);
    }, TYPING_IDLE_MS);
  }

  #send(): void {
    const field = this.#field;
    const text = field?.value.trim() ?? '';
    if (field === null || this.session === null || text === '' || this.over > 0) return;
    this.#following = true;
    quietly(this.session.sendMessage(text));
    field.value = '';
    this.#setTyping(false);
    field.focus();
  }

  #scrolled(): void {
    const log = this.#log;
    if (log === null || this.hidden) return;
    this.#following = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
    if (!this.#following) return;
    this.behind = false;
    this.#markRead();
  }

  #keepPlace(before: Chat | null | undefined): void {
    if (this.#following) this.#toEnd();
    else if (before && (this.chat?.entries.length ?? 0) > before.entries.length) this.behind = true;
  }

  #toEnd(): void {
    this.#following = true;
    this.behind = false;
    const log = this.#log;
    if (log !== null) log.scrollTop = log.scrollHeight;
  }

  #markRead(): void {
    if (this.hidden || !this.#following || this.chat === null || this.chat.unread === 0) return;
    const last = this.chat.entries.findLast((entry) => entry.status === 'sent');
    if (last?.status === 'sent') this.session?.markRead(last.message.seq);
  }
}
