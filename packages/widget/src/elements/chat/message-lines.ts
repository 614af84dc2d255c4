import type { ChatEntry } from '../../engine/session-snapshot.ts';

const MINUTE_MS = 60_000;

/** An entry with what its line needs from its neighbours. */
export interface MessageLine {
  readonly entry: ChatEntry;
  readonly mine: boolean;
  readonly name: string;
  /** ms */
  readonly at: number;
  readonly text: string;
  /** Whether it is the first of its day. */
  readonly newDay: boolean;
  /** Whether it is the first of several by one person. */
  readonly newAuthor: boolean;
  /** Whether its time is shown: it is the last of its minute by one person. */
  readonly showsTime: boolean;
}

/** The lines of `entries.slice(from, to)`; the entry before and the one after them count too. */
export function messageLines(
  entries: readonly ChatEntry[],
  from: number,
  to: number,
): MessageLine[] {
  const lines: MessageLine[] = [];
  let previous = basis(entries[from - 1]);
  let current = basis(entries[from]);
  for (let index = from; index < to && current !== null; index += 1) {
    const next = basis(entries[index + 1]);
    const newDay = previous === null || dayOf(previous.at) !== dayOf(current.at);
    lines.push({
      ...current,
      newDay,
      newAuthor: newDay || previous?.author !== current.author,
      showsTime:
        next?.author !== current.author ||
        Math.floor(next.at / MINUTE_MS) !== Math.floor(current.at / MINUTE_MS),
    });
    previous = current;
    current = next;
  }
  return lines;
}

export const textOf = (entry: ChatEntry): string =>
  entry.status === 'sent' ? entry.message.text : entry.text;

function basis(entry: ChatEntry | undefined) {
  if (entry === undefined) return null;
  const sent = entry.status === 'sent';
  const mine = !sent || entry.mine;
  return {
    entry,
    mine,
    author: mine ? '' : entry.message.from,
    name: sent ? entry.message.name : '',
    at: sent ? Date.parse(entry.message.sentAt) : entry.createdAt,
    text: textOf(entry),
  };
}

/** On the viewer's calendar. */
function dayOf(ms: number): number {
  const date = new Date(ms);
  return date.getFullYear() * 400 + date.getMonth() * 32 + date.getDate();
}
