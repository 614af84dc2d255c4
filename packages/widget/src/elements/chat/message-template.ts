import { html, nothing } from 'lit';
import { icon } from '../../icons/icons.ts';
import type { ChatTerms } from '../../locales/chat-terms.ts';
import { describeError } from '../../locales/errors.ts';
import type { Language } from '../../locales/texts.ts';
import type { Current } from './current-message.ts';
import type { MessageLine } from './message-lines.ts';
import { excerptEnd, isEmojiOnly, messageText } from './message-text.ts';

/** What all lines of the log share. */
export interface MessageView {
  readonly terms: ChatTerms;
  readonly language: Language;
  readonly clock: (ms: number) => string;
  readonly date: (ms: number) => string;
  readonly retry: (id: string) => void;
  readonly discard: (id: string) => void;
  readonly copy: (text: string) => void;
  readonly toggle: (id: string) => void;
}

/** What a line has of its own. */
export interface MessageState {
  /** How far an own message has come, in words. */
  readonly mark: string | undefined;
  /** Whether a long one is shown whole. */
  readonly expanded: boolean;
  /** Whether the hand or the focus is on it. */
  readonly current: Current;
}

export function messageTemplate(line: MessageLine, state: MessageState, view: MessageView) {
  const { entry, mine, name, text } = line;
  const { terms } = view;
  const cut = excerptEnd(text);
  const shown =
    cut === null || state.expanded ? messageText(text) : [...messageText(text, cut), '…'];
  const big = isEmojiOnly(text) ? 'emoji' : '';
  return html`<div
    class="line ${mine ? 'mine' : 'theirs'} ${line.newAuthor ? 'new-author' : ''}"
    part="message"
    role="listitem"
    tabindex="-1"
    data-id=${entry.id}
  >
    ${line.newDay ? html`<p class="day small muted">${view.date(line.at)}</p>` : nothing}
    ${
      mine
        ? html`<p class="spoken">${terms.mine}</p>`
        : html`<p class=${line.newAuthor ? 'name small muted' : 'spoken'}><bdi>${name}</bdi></p>`
    }
    <div class="row">
      <div class="body">
        <p class="bubble ${entry.status} ${big}" dir="auto">${shown}</p>
        ${state.current === 'no' ? nothing : copyTemplate(line, state, view)}
      </div>
      ${metaTemplate(line, state, view)}
    </div>
    ${
      cut === null
        ? nothing
        : html`<button
            class="button quiet compact"
            type="button"
            aria-expanded=${state.expanded ? 'true' : 'false'}
            @click=${() => {
              view.toggle(entry.id);
            }}
          >
            ${state.expanded ? terms.less : terms.more}
          </button>`
    }
    ${failureTemplate(line, view)}
  </div>`;
}

function metaTemplate(
  { entry, at, showsTime }: MessageLine,
  state: MessageState,
  view: MessageView,
) {
  if (entry.status === 'failed') return nothing;
  const time =
    entry.status === 'sending'
      ? html`<span>${view.terms.sending}</span>`
      : html`<time class=${showsTime ? '' : 'spoken'} datetime=${new Date(at).toISOString()}
          >${view.clock(at)}</time
        >`;
  return html`<p class="meta muted">
    ${state.mark === undefined ? nothing : html`<span class="mark">${state.mark}</span> `}${time}
  </p>`;
}

function copyTemplate(
  { text }: MessageLine,
  { current }: MessageState,
  { terms, copy }: MessageView,
) {
  return html`<button
    class="icon-button copy ${current === 'copied' ? 'done' : ''}"
    type="button"
    aria-label=${terms.copy}
    title=${terms.copy}
    @click=${() => {
      copy(text);
    }}
  >
    ${icon(current === 'copied' ? 'check' : 'copy')}
  </button>`;
}

function failureTemplate({ entry }: MessageLine, view: MessageView) {
  if (entry.status !== 'failed') return nothing;
  const { terms } = view;
  return html`<div class="failure small">
    <p>${terms.failed} ${describeError(view.language, entry.code).sentence}</p>
    <button
      class="button quiet compact"
      type="button"
      @click=${() => {
        view.retry(entry.id);
      }}
    >
      ${terms.retry}
    </button>
    <button
      class="button quiet compact"
      type="button"
      @click=${() => {
        view.discard(entry.id);
      }}
    >
      ${terms.discard}
    </button>
  </div>`;
}
