import { readJson, tabStorage, writeJson } from '../browser-storage.ts';
import { randomId } from '../random-id.ts';
import type { RendevErrorCode } from '../rendev-error.ts';

/** A message that was typed and is not stored yet. `code` says why it failed, if it did. */
export interface OutboxMessage {
  readonly id: string;
  readonly text: string;
  /** ms since the Unix epoch. */
  readonly createdAt: number;
  readonly code: RendevErrorCode | null;
}

/** What was typed and is not stored yet, in the order of typing. Survives a reload of the tab. */
export class ChatOutbox {
  readonly #key: string;
  #messages: readonly OutboxMessage[];

  constructor(interviewId: string) {
    this.#key = `rendev-interview:outbox:${interviewId}`;
    const stored = readJson(tabStorage(), this.#key);
    this.#messages = Array.isArray(stored) ? stored.filter(isOutboxMessage) : [];
  }

  get messages(): readonly OutboxMessage[] {
    return this.#messages;
  }

  /** The oldest that waits to be sent. */
  get next(): OutboxMessage | undefined {
    return this.#messages.find(({ code }) => code === null);
  }

  add(text: string, code: RendevErrorCode | null): OutboxMessage {
    const message = { id: randomId(), text, createdAt: Date.now(), code };
    this.#set([...this.#messages, message]);
    return message;
  }

  /** Marks as failed, or with `null` as waiting again. */
  mark(id: string, code: RendevErrorCode | null): void {
    this.#set(
      this.#messages.map((message) => (message.id === id ? { ...message, code } : message)),
    );
  }

  remove(ids: ReadonlySet<string>): void {
    if (this.#messages.some(({ id }) => ids.has(id))) {
      this.#set(this.#messages.filter(({ id }) => !ids.has(id)));
    }
  }

  #set(messages: readonly OutboxMessage[]): void {
    this.#messages = messages;
    writeJson(tabStorage(), this.#key, messages.length > 0 ? messages : null);
  }
}

function isOutboxMessage(value: unknown): value is OutboxMessage {
  const message = (value ?? {}) as Partial<OutboxMessage>;
  return typeof message.id === 'string' && typeof message.text === 'string';
}
