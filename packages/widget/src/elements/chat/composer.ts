import { html, nothing } from 'lit';
import { LIMITS } from '@rendev/interview-protocol/limits';
import type { Session } from '../../engine/session.ts';
import { quietly } from '../../controllers/quietly.ts';
import { icon } from '../../icons/icons.ts';
import { type ChatTerms, chatTerms } from '../../locales/chat-terms.ts';
import { RendevElement } from '../base/rendev-element.ts';
import type { RendevEmoji } from '../emoji/emoji.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { keepDraft, readDraft } from './chat-draft.ts';
import { composerStyles } from './composer.styles.ts';
import { EmojiPart } from './emoji-part.ts';

const TYPING_IDLE_MS = 3000;
/** From here on the characters that are left are shown. */
const NEAR_LIMIT = 200;

/** The field that messages are written in. Emits `sent` when one was given to the session. */
export class RendevComposer extends RendevElement {
  static override styles = [base, controls, composerStyles];
  static override properties = {
    session: { attribute: false },
    typing: { attribute: false },
    left: { state: true },
    emojiOpen: { state: true },
  };

  declare session: Session | null;
  /** Who else is typing, in words. */
  declare typing: string;
  /** Characters up to the limit, negative beyond it. */
  declare left: number;
  declare emojiOpen: boolean;
  readonly #emoji = new EmojiPart(this);
  #interviewId = '';
  #typingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.session = null;
    this.typing = '';
    this.left = LIMITS.messageLength;
    this.emojiOpen = false;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typingTimer);
  }

  override updated(changed: Map<PropertyKey, unknown>) {
    if (changed.has('session')) this.#takeDraft();
    if (this.emojiOpen && this.#emoji.state === 'loaded') this.#focusEmoji();
  }

  /** To the field that the person writes in. */
  override focus(): void {
    this.#field?.focus();
  }

  override render() {
    const t = chatTerms(this.localize.language);
    return html`
      <div class="above small muted">
        <p class="typing">${this.typing}</p>
        <p class="left" id="left">
          ${this.left >= 0 && this.left <= NEAR_LIMIT ? t.left(this.left) : nothing}
        </p>
        <p class="over" id="over" role="status">
          ${this.left < 0 ? t.tooLong(-this.left) : nothing}
        </p>
      </div>
      ${this.emojiOpen ? this.#picker() : nothing}
      <form
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
          aria-label=${t.message}
          aria-describedby="left over"
          aria-invalid=${this.left < 0 ? 'true' : 'false'}
          placeholder=${t.placeholder}
          @input=${() => {
            this.#typed();
          }}
          @keydown=${(event: KeyboardEvent) => {
            this.#key(event);
          }}
        ></textarea>
        ${this.#emoji.isOffered ? this.#emojiButton(t) : nothing}
        <button
          class="icon-button send"
          part="send-button"
          type="submit"
          aria-label=${t.send}
          title=${t.send}
        >
          ${icon('send')}
        </button>
      </form>
    `;
  }

  #emojiButton(t: ChatTerms) {
    return html`<button
      class="icon-button emoji"
      part="emoji-button"
      type="button"
      aria-label=${t.emoji}
      title=${t.emoji}
      aria-expanded=${this.emojiOpen ? 'true' : 'false'}
      @click=${() => {
        this.#setEmoji(!this.emojiOpen);
      }}
    >
      ${icon('smile')}
    </button>`;
  }

  #picker() {
    const t = chatTerms(this.localize.language);
    const { state, groups } = this.#emoji;
    return html`<div
      class="picker"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        // It closes the picker and not the panel around it.
        event.stopPropagation();
        this.#setEmoji(false);
      }}
    >
      ${
        state === 'loaded'
          ? html`<rendev-emoji
              exportparts="emoji"
              lang=${this.lang}
              .groups=${groups}
              @pick=${({ detail }: CustomEvent<string>) => {
                this.#insert(detail);
              }}
            ></rendev-emoji>`
          : state === 'failed'
            ? html`<div class="state" role="alert">
                <p>${t.emojiFailed}</p>
                <button
                  class="button compact"
                  part="button"
                  type="button"
                  @click=${() => {
                    this.#emoji.load(this.localize.language);
                  }}
                >
                  ${t.tryAgain}
                </button>
              </div>`
            : html`<p class="state" role="status">
                <span class="spinner"></span><span class="spoken">${t.emojiLoading}</span>
              </p>`
      }
    </div>`;
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  #key(event: KeyboardEvent): void {
    // Safari ends a composition before the Enter that ended it; the old key code still tells.
    const composing = event.isComposing || (event as { keyCode?: number }).keyCode === 229;
    if (composing) return;
    if (event.key === 'Escape' && this.emojiOpen) {
      event.stopPropagation();
      this.#setEmoji(false);
    }
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    this.#send();
  }

  #typed(): void {
    const text = this.#field?.value ?? '';
    this.left = LIMITS.messageLength - text.trim().length;
    this.#grow();
    keepDraft(this.#interviewId, text);
    this.#setTyping(text.trim() !== '');
  }

  /** Firefox has no field that grows with its content. */
  #grow(): void {
    const field = this.#field;
    if (field === null || CSS.supports('field-sizing', 'content')) return;
    field.style.setProperty('height', 'auto');
    const border = field.offsetHeight - field.clientHeight;
    field.style.setProperty('height', `${field.scrollHeight + border}px`);
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
    if (field === null || this.session === null || text === '' || this.left < 0) return;
    quietly(this.session.sendMessage(text));
    field.value = '';
    this.#typed();
    field.focus();
    this.emit('sent');
  }

  #takeDraft(): void {
    this.#interviewId = this.session?.snapshot.interview?.id ?? '';
    const field = this.#field;
    if (field?.value !== '') return;
    field.value = readDraft(this.#interviewId);
    this.left = LIMITS.messageLength - field.value.trim().length;
    this.#grow();
  }

  #setEmoji(open: boolean): void {
    this.emojiOpen = open;
    if (open) this.#emoji.load(this.localize.language);
    else this.renderRoot.querySelector<HTMLElement>('.emoji')?.focus();
  }

  #focusEmoji(): void {
    const picker = this.renderRoot.querySelector<RendevEmoji>('rendev-emoji');
    if (picker?.hasUpdated !== false) return;
    void picker.updateComplete.then(() => {
      picker.focus();
    });
  }

  /** At the caret, which the field keeps while the focus is in the picker. */
  #insert(emoji: string): void {
    const field = this.#field;
    if (field === null) return;
    field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
    this.emojiOpen = false;
    this.#typed();
    field.focus();
  }
}
