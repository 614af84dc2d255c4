import type { Chat } from '../../engine/session-snapshot.ts';
import type { ChatTerms, Mark } from '../../locales/chat-terms.ts';

const RANK: Readonly<Record<Mark, number>> = { sent: 1, delivered: 2, read: 4 };
const READ_BY_SOME = 3;

/**
 * How far the own messages have come, in words, by message id. A word stands for all messages before
 * it, so it is shown under the last own message for which it is true.
 *
 * @param others ids of those who are in the room now; of those who left, marks count while all have left
 */
export function messageMarks(
  { entries, readMarks, deliveredMarks }: Chat,
  selfId: string,
  others: readonly string[],
  terms: ChatTerms,
): ReadonlyMap<string, string> {
  const known = [...readMarks.keys(), ...deliveredMarks.keys()].filter((id) => id !== selfId);
  const people = others.length > 0 ? others : [...new Set(known)];
  const reached = (marks: ReadonlyMap<string, number>, seq: number) =>
    people.filter((id) => (marks.get(id) ?? 0) >= seq).length;
  const words = new Map<string, string>();
  let best = 0;
  for (let index = entries.length - 1; index >= 0 && best < RANK.read; index -= 1) {
    const entry = entries[index];
    if (entry?.status !== 'sent' || !entry.mine) continue;
    const { seq } = entry.message;
    const readers = reached(readMarks, seq);
    const some = readers > 0 && readers < people.length;
    const mark: Mark =
      readers > 0 ? 'read' : reached(deliveredMarks, seq) > 0 ? 'delivered' : 'sent';
    const rank = some ? READ_BY_SOME : RANK[mark];
    if (rank > best) words.set(entry.id, some ? terms.readBy(readers) : terms.marks[mark]);
    best = Math.max(best, rank);
  }
  return words;
}
