import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChatEntry } from '../../engine/session-snapshot.ts';
import type { CurrentMessage } from './current-message.ts';
import { messageLines } from './message-lines.ts';
import type { MessagePages } from './message-pages.ts';
import { type MessageState, type MessageView, messageTemplate } from './message-template.ts';

export interface PagesView extends MessageView {
  /** Of times and dates. */
  readonly locale: string;
  readonly entries: readonly ChatEntry[];
  readonly pages: MessagePages;
  /** How far own messages have come, in words, by message id. */
  readonly marks: ReadonlyMap<string, string>;
  /** Ids of long messages that are shown whole; another set after each change. */
  readonly expanded: ReadonlySet<string>;
  readonly current: CurrentMessage;
}

/** The pages that are in the document. What did not change is not made again, nor compared twice. */
export function pagesTemplate(view: PagesView) {
  const { entries, pages, marks, expanded, current, terms, locale } = view;
  const all = [entries, [...marks].join(), expanded, current.key, terms, locale];
  return html`<div class="list" role="list">
    ${repeat(
      pages.numbers,
      (number) => number,
      (number) =>
        html`<div class="page" role="none">
          ${guard(all, () => pageTemplate(pages.range(number), view))}
        </div>`,
    )}
  </div>`;
}

function pageTemplate([from, to]: readonly [from: number, to: number], view: PagesView) {
  const { entries, marks, expanded, current, terms, locale } = view;
  const stateOf = (id: string): MessageState => ({
    mark: marks.get(id),
    expanded: expanded.has(id),
    current: current.stateOf(id),
  });
  const key: unknown[] = [terms, locale, entries[from - 1], entries[to]];
  for (let index = from; index < to; index += 1) {
    const id = entries[index]?.id ?? '';
    key.push(entries[index], marks.get(id), expanded.has(id), current.stateOf(id));
  }
  return guard(key, () =>
    repeat(
      messageLines(entries, from, to),
      ({ entry }) => entry.id,
      (line) => messageTemplate(line, stateOf(line.entry.id), view),
    ),
  );
}
