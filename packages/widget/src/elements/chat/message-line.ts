import { html, nothing } from 'lit';
import type { ChatEntry } from '../../engine/session-snapshot.ts';
import { describeError } from '../../locales/errors.ts';
import type { Language } from '../../locales/texts.ts';
import type { Terms } from '../../locales/ko.ts';
import { messageText } from './message-text.ts';

/** Messages of one person closer together than this share a heading, ms. */
const GROUP_MS = 5 * 60_000;

/** An entry with what its line needs from its neighbours. */
export interface MessageLine {
  readonly entry: ChatEntry;
  readonly mine: boolean;
  readonly name: string;
  /** ms */
  readonly at: number;
  readonly text: string;
  /** Whether name and time are shown above it. */
  readonly heads: boolean;
  /** The last of the own messages that somebody has read. */
  readonly lastRead: boolean;
}

/** @param readSeq highest sequence that another participant has read */
export function messageLines(entries: readonly ChatEntry[], readSeq: number): MessageLine[] {
  const lastRead = entries.findLast(
    (entry) => entry.status === 'sent' && entry.mine && entry.message.seq <= readSeq,
  );
  let previous: Omit<MessageLine, 'heads'> | null = null;
  return entries.map((entry) => {
    const sent = entry.status === 'sent';
    const line = {
      entry,
      mine: !sent || entry.mine,
      name: sent ? entry.message.name : '',
      at: sent ? Date.parse(entry.message.sentAt) : entry.createdAt,
      text: sent ? entry.message.text : entry.text,
      lastRead: entry === lastRead,
    };
    const heads =
      previous?.mine !== line.mine ||
      (!line.mine && senderOf(previous.entry) !== senderOf(entry)) ||
      line.at - previous.at > GROUP_MS;
    previous = line;
    return { ...line, heads };
  });
}

const senderOf = (entry: ChatEntry) => (entry.status === 'sent' ? entry.message.from : '');

interface Acts {
  readonly retry: (id: string) => void;
  readonly discard: (id: string) => void;
  readonly clock: (ms: number) => string;
}

export function messageTemplate(line: MessageLine, t: Terms, language: Language, act: Acts) {
  const { entry } = line;
  return html`<li class=${line.mine ? 'mine' : 'theirs'} part="message">
    ${
      line.heads
        ? html`<p class="head small muted">
            <bdi>${line.mine ? t.me : line.name}</bdi> <time>${act.clock(line.at)}</time>
          </p>`
        : nothing
    }
    <p class="bubble ${entry.status}" dir="auto">${messageText(line.text)}</p>
    ${entry.status === 'sending' ? html`<p class="small muted">${t.sending}</p>` : nothing}
    ${line.lastRead ? html`<p class="small muted">${t.read}</p>` : nothing}
    ${
      entry.status === 'failed'
        ? html`<div class="failure small">
            <p>${t.sendFailed}. ${describeError(language, entry.code).sentence}</p>
            <button
              class="button quiet compact"
              type="button"
              @click=${() => {
                act.retry(entry.id);
              }}
            >
              ${t.retry}
            </button>
            <button
              class="button quiet compact"
              type="button"
              @click=${() => {
                act.discard(entry.id);
              }}
            >
              ${t.discard}
            </button>
          </div>`
        : nothing
    }
  </li>`;
}
