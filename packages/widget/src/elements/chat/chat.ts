import { html, nothing } from 'lit';
import type { Chat } from '../../engine/session-snapshot.ts';
import type { Session } from '../../engine/session.ts';
import { KeyboardInset } from '../../controllers/keyboard-inset.ts';
import { quietly } from '../../controllers/quietly.ts';
import { icon } from '../../icons/icons.ts';
import { type ChatTerms, chatTerms } from '../../locales/chat-terms.ts';
import { calendarDate, clockTime, viewerZone } from '../../locales/time.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { dropDraftAfter } from './chat-draft.ts';
import { chatStyles } from './chat.styles.ts';
import { RendevChatSettings } from './chat-settings.ts';
import { RendevComposer } from './composer.ts';
import { copyText } from './copy-text.ts';
import { CurrentMessage } from './current-message.ts';
import { LogScroll } from './log-scroll.ts';
import { textOf } from './message-lines.ts';
import { messageMarks } from './message-marks.ts';
import { MessageNews } from './message-news.ts';
import { MessagePages } from './message-pages.ts';
import type { MessageView } from './message-template.ts';
import { pagesTemplate } from './pages-template.ts';
import { tellOfNews } from './tell-of-news.ts';

/** The written conversation. Stays in the document while closed, so that a draft is kept. */
export class RendevChat extends RendevElement {
  static override uses = {
    'rendev-chat-settings': RendevChatSettings,
    'rendev-composer': RendevComposer,
  };
  static override styles = [base, controls, chatStyles];
  static override properties = {
    session: { attribute: false },
    chat: { attribute: false },
    selfId: { attribute: false },
    names: { attribute: false },
    hidden: { type: Boolean, reflect: true },
    behind: { state: true },
  };

  declare session: Session | null;
  declare chat: Chat | null;
  declare selfId: string;
  /** Names by participant id, for who is typing. */
  declare names: ReadonlyMap<string, string>;
  declare hidden: boolean;
  /** Messages that came below what the reader looks at. */
  declare behind: number;
  readonly #scroll = new LogScroll(this);
  readonly #pages = new MessagePages();
  /** A page is about to come or go. */
  #turning = false;
  readonly #news = new MessageNews();
  readonly #current = new CurrentMessage(this, {
    earlier: () => {
      this.#showEarlier();
    },
    later: () => {
      this.#showLater();
    },
    copy: (id) => {
      const entry = this.chat?.entries.find((one) => one.id === id);
      if (entry !== undefined) void this.#copy(textOf(entry));
    },
  });
  /** Long messages that are shown whole. */
  #expanded: ReadonlySet<string> = new Set();
  #restorePlace: (() => void) | null = null;
  #watching: AbortController | null = null;

  constructor() {
    super();
    this.session = null;
    this.chat = null;
    this.selfId = '';
    this.names = new Map();
    this.hidden = false;
    this.behind = 0;
    new KeyboardInset(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#watching = new AbortController();
    document.addEventListener(
      'visibilitychange',
      () => {
        this.#markRead();
      },
      { signal: this.#watching.signal },
    );
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#watching?.abort();
    if (this.session !== null) dropDraftAfter(this.session);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>) {
    const count = this.chat?.entries.length ?? 0;
    this.#pages.update(count, this.#scroll.following);
    if (changed.has('hidden') && !this.hidden) this.#pages.toEnd();
    const before = changed.get('chat') as Chat | null | undefined;
    if (before && !this.#scroll.following) {
      this.behind += Math.max(0, count - before.entries.length);
    }
  }

  override updated(changed: Map<PropertyKey, unknown>) {
    this.#restorePlace?.();
    this.#restorePlace = null;
    if (changed.has('hidden') && !this.hidden) this.#toEnd();
    else if (changed.has('chat') && this.#scroll.following) this.#scroll.toEnd();
    if (changed.has('chat')) this.#tellOfNews();
    this.#markRead();
  }

  /** To the field that the person writes in. */
  override focus(): void {
    this.renderRoot.querySelector<RendevComposer>('rendev-composer')?.focus();
  }

  override render() {
    const { chat } = this;
    if (chat === null) return nothing;
    const t = chatTerms(this.localize.language);
    return html`
      <div class="middle">
        ${
          /* Not live: the log would speak of earlier messages, times and marks too. What is new is said
             by the announcer. */
          html`<div
            class="log"
            part="chat-log"
            role="log"
            aria-live="off"
            tabindex="0"
            aria-label=${t.log}
            @scroll=${() => {
              this.#scrolled();
            }}
            @keydown=${this.#current.onKey}
            @pointerover=${this.#current.onHand}
            @pointerleave=${this.#current.onAway}
            @focusin=${this.#current.onHand}
            @focusout=${this.#current.onAway}
          >
            ${
              this.hidden
                ? nothing
                : chat.entries.length === 0
                  ? html`<div class="empty">
                      <p>${t.empty}</p>
                      <p class="small muted">${t.emptyHelp}</p>
                    </div>`
                  : this.#messages(chat, t)
            }
          </div>`
        }
        ${this.#scroll.following ? nothing : this.#newest(t)}
      </div>
      <rendev-composer
        exportparts="chat-form, chat-input, send-button, emoji-button, emoji"
        lang=${this.lang}
        .session=${this.session}
        .typing=${this.#typing(chat, t)}
        @sent=${() => {
          this.#toEnd();
        }}
      ></rendev-composer>
    `;
  }

  #messages(chat: Chat, t: ChatTerms) {
    const { entries } = chat;
    const others = this.session?.snapshot.participants.filter(({ admitted }) => admitted) ?? [];
    const marks = messageMarks(
      chat,
      this.selfId,
      others.map(({ id }) => id),
      t,
    );
    return html`
      ${
        this.#pages.first > 0
          ? html`<button
              class="button quiet compact earlier"
              type="button"
              @click=${() => {
                this.#showEarlier();
                void this.updateComplete.then(() => {
                  this.#current.focusEarlier();
                });
              }}
            >
              ${t.earlier}
            </button>`
          : nothing
      }
      ${pagesTemplate({
        ...this.#view(t),
        locale: this.localize.locale,
        entries,
        pages: this.#pages,
        marks,
        expanded: this.#expanded,
        current: this.#current,
      })}
    `;
  }

  #newest(t: ChatTerms) {
    const label = this.behind > 0 ? t.newMessages(this.behind) : t.newest;
    return html`<button
      class="button compact newer ${this.behind > 0 ? '' : 'only-icon'}"
      type="button"
      title=${label}
      @click=${() => {
        this.#toEnd();
        this.focus();
      }}
    >
      ${icon('down')}<span class=${this.behind > 0 ? '' : 'spoken'}>${label}</span>
    </button>`;
  }

  #view(t: ChatTerms): MessageView {
    const { language, locale } = this.localize;
    const zone = viewerZone();
    return {
      terms: t,
      language,
      clock: (ms) => clockTime(ms, locale, zone),
      date: (ms) => calendarDate(ms, locale, zone),
      retry: (id) => {
        quietly(this.session?.retryMessage(id) ?? Promise.resolve());
      },
      discard: (id) => {
        this.session?.discardMessage(id);
        this.focus();
      },
      copy: (text) => {
        void this.#copy(text);
      },
      toggle: (id) => {
        const expanded = new Set(this.#expanded);
        if (!expanded.delete(id)) expanded.add(id);
        this.#expanded = expanded;
        this.requestUpdate();
      },
    };
  }

  #typing({ typing }: Chat, t: ChatTerms): string {
    if (typing.length > 1) return t.typingMany(typing.length);
    const name = this.names.get(typing[0] ?? '');
    return name === undefined ? '' : t.typing(name);
  }

  #scrolled(): void {
    if (this.hidden) return;
    const before = this.#scroll.following;
    this.#scroll.scrolled(this.#pages.hasEnd);
    if (this.#scroll.following) this.behind = 0;
    if (this.#scroll.following !== before) this.requestUpdate();
    // In a task of its own: this frame has to lay out what was scrolled into sight.
    if (!this.#scroll.following && !this.#turning) {
      this.#turning = true;
      setTimeout(() => {
        this.#turning = false;
        if (this.#scroll.isNearStart) this.#showEarlier();
        else if (this.#scroll.isNearFinish) this.#showLater();
      });
    }
    this.#markRead();
  }

  #showEarlier(): void {
    if (this.#pages.first === 0) return;
    this.#keepPlace();
    this.#pages.earlier();
  }

  #showLater(): void {
    if (this.#pages.hasEnd) return;
    this.#keepPlace();
    this.#pages.later();
  }

  /** Where the reader looks, while other pages come and go. */
  #keepPlace(): void {
    this.#restorePlace ??= this.#scroll.hold();
    this.requestUpdate();
  }

  #toEnd(): void {
    this.#pages.toEnd();
    this.behind = 0;
    this.#scroll.toEnd();
    this.requestUpdate();
  }

  async #copy(text: string): Promise<void> {
    const copied = await copyText(text);
    const t = chatTerms(this.localize.language);
    this.announce(copied ? t.copied : t.copyFailed);
    if (copied) this.#current.copied();
  }

  #tellOfNews(): void {
    const { chat, session } = this;
    if (chat === null || session === null) return;
    const { self, media } = session.snapshot;
    const news = this.#news.take(chat, this.selfId, self?.joinedAt ?? '');
    const said = tellOfNews(news, chatTerms(this.localize.language), media.speakerId);
    if (said !== '') this.announce(said);
  }

  #markRead(): void {
    if (this.hidden || !this.#scroll.following || document.visibilityState === 'hidden') return;
    if (this.chat === null || this.chat.unread === 0) return;
    const last = this.chat.entries.findLast((entry) => entry.status === 'sent');
    if (last?.status === 'sent') this.session?.markRead(last.message.seq);
  }
}
