import type { ChatMessage } from '@rendev/interview-protocol';

/**
 * The stored messages of one interview: every one once, in order, without a gap. A message that is
 * ahead of its turn is kept aside until those before it have come.
 */
export class ChatLog {
  #messages: readonly ChatMessage[] = [];
  readonly #ahead = new Map<number, ChatMessage>();

  get messages(): readonly ChatMessage[] {
    return this.#messages;
  }

  /** Highest sequence up to which nothing is missing; 0 for none. */
  get lastSeq(): number {
    return this.#messages.at(-1)?.seq ?? 0;
  }

  /** Whether messages between `lastSeq` and a known later one are missing. */
  get hasGap(): boolean {
    return this.#ahead.size > 0;
  }

  /** Answers those that are new and in their place now. */
  add(messages: readonly ChatMessage[]): readonly ChatMessage[] {
    for (const message of messages) {
      if (message.seq > this.lastSeq) this.#ahead.set(message.seq, message);
    }
    const added: ChatMessage[] = [];
    for (let seq = this.lastSeq + 1; ; seq += 1) {
      const next = this.#ahead.get(seq);
      if (!next) break;
      this.#ahead.delete(seq);
      added.push(next);
    }
    if (added.length > 0) this.#messages = [...this.#messages, ...added];
    return added;
  }
}
