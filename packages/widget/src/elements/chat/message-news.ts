import type { ChatMessage } from '@rendev/interview-protocol';
import type { Chat } from '../../engine/session-snapshot.ts';

export interface News {
  /** Of others, since the last look. */
  readonly messages: readonly ChatMessage[];
  /** Whether an own message could not be sent. */
  readonly failed: boolean;
}

/** What is new in the chat. History is not: what was sent before the person came, or is read already. */
export class MessageNews {
  #lastSeq: number | null = null;
  #failed: ReadonlySet<string> = new Set();

  /** @param joinedAt RFC 3339, on the server's clock as the times of messages are */
  take({ entries, readMarks }: Chat, selfId: string, joinedAt: string): News {
    const known = this.#lastSeq;
    const since = Math.max(known ?? 0, readMarks.get(selfId) ?? 0);
    const from = Date.parse(joinedAt);
    const messages: ChatMessage[] = [];
    const failed = new Set<string>();
    for (let index = entries.length - 1; index >= 0; index -= 1) {
      const entry = entries[index];
      if (entry?.status === 'failed') failed.add(entry.id);
      if (entry?.status !== 'sent') continue;
      const { message, mine } = entry;
      this.#lastSeq = Math.max(this.#lastSeq ?? 0, message.seq);
      if (message.seq <= since) break;
      if (!mine && !(Date.parse(message.sentAt) < from)) messages.unshift(message);
    }
    const before = this.#failed;
    this.#failed = failed;
    if (known === null) {
      this.#lastSeq ??= 0;
      return { messages: [], failed: false };
    }
    return { messages, failed: [...failed].some((id) => !before.has(id)) };
  }
}
