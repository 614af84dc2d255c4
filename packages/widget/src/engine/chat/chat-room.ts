import type { ChatMark, ChatMessage, RoomSnapshot } from '@rendev/interview-protocol';
import { LIMITS } from '@rendev/interview-protocol/limits';
import { isPassing } from '../passing.ts';
import { RendevError } from '../rendev-error.ts';
import type { Chat, ChatEntry } from '../session-snapshot.ts';
import { ChatLog } from './chat-log.ts';
import { ChatOutbox, type OutboxMessage } from './chat-outbox.ts';
import type { ChatPort } from './chat-port.ts';
import { DeliveryReport } from './delivery-report.ts';
import { NO_CHAT } from './no-chat.ts';
import { TypingSigns } from './typing-signs.ts';

const RETRY_MS = 1_000;

/** What a snapshot says of the chat. */
export type ChatNews = Pick<RoomSnapshot, 'chat' | 'readMarks' | 'deliveredMarks'>;

/** Entries, and what they were made of. */
interface Listed {
  readonly stored: readonly ChatMessage[];
  readonly waiting: readonly OutboxMessage[];
  readonly entries: readonly ChatEntry[];
}

interface Sender {
  resolve(message: ChatMessage): void;
  reject(error: RendevError): void;
}

/** The chat of one interview: what is stored, what waits, who types, who has read how far. */
export class ChatRoom {
  readonly #port: ChatPort;
  readonly #selfId: string;
  readonly #log = new ChatLog();
  readonly #outbox: ChatOutbox;
  readonly #typing: TypingSigns;
  readonly #delivery: DeliveryReport;
  /** The promises of `send` and `retry` that are not settled. */
  readonly #senders = new Map<string, Sender>();
  readonly #entries = new WeakMap<ChatMessage | OutboxMessage, ChatEntry>();
  #listed: Listed = { stored: [], waiting: [], entries: [] };
  #view: Chat = NO_CHAT;
  #readMarks = NO_CHAT.readMarks;
  #deliveredMarks = NO_CHAT.deliveredMarks;
  #sending = false;
  #catchingUp = false;
  /** Whether messages are known to be missing. */
  #behind = false;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(interviewId: string, selfId: string, port: ChatPort) {
    this.#port = port;
    this.#selfId = selfId;
    this.#outbox = new ChatOutbox(interviewId);
    this.#delivery = new DeliveryReport(port);
    this.#typing = new TypingSigns({
      request: (event, payload) => port.request(event, payload),
      changed: () => {
        this.#changed();
      },
    });
  }

  get lastSeq(): number {
    return this.#log.lastSeq;
  }

  get view(): Chat {
    return this.#view;
  }

  /** After every connect: what was missed comes in, what waited goes out. */
  connected({ chat, readMarks, deliveredMarks }: ChatNews): void {
    const ownRead = this.#readMarks.get(this.#selfId) ?? 0;
    for (const mark of readMarks) this.#markRead(mark);
    for (const mark of deliveredMarks) this.#markDelivered(mark);
    const known = seqOf(readMarks, this.#selfId);
    this.#delivery.connected(Math.max(known, seqOf(deliveredMarks, this.#selfId)));
    if (ownRead > known) this.#sendRead(ownRead);
    this.#receive(chat.messages, chat.more);
    void this.#flush();
  }

  received(message: ChatMessage): void {
    this.#typing.remove(message.from);
    this.#receive([message]);
  }

  typing(from: string, typing: boolean): void {
    if (typing) this.#typing.add(from);
    else this.#typing.remove(from);
  }

  readBy(mark: ChatMark): void {
    this.#markRead(mark);
    this.#changed();
  }

  deliveredTo(mark: ChatMark): void {
    this.#markDelivered(mark);
    this.#changed();
  }

  async send(text: string): Promise<ChatMessage> {
    if (text.trim() === '') throw new RendevError('message-empty');
    if (text.length > LIMITS.messageLength) {
      this.#outbox.add(text, 'message-too-long');
      this.#changed();
      throw new RendevError('message-too-long');
    }
    return this.#await(this.#outbox.add(text, null).id);
  }

  async retry(id: string): Promise<ChatMessage> {
    const message = this.#outbox.messages.find((candidate) => candidate.id === id);
    if (!message) throw new RendevError('invalid-state');
    if (message.text.length > LIMITS.messageLength) throw new RendevError('message-too-long');
    this.#outbox.mark(id, null);
    return this.#await(id);
  }

  /** Takes a message out that is not stored yet. */
  discard(id: string): void {
    this.#outbox.remove(new Set([id]));
    this.#settle(id, new RendevError('aborted'));
    this.#changed();
  }

  setTyping(typing: boolean): void {
    this.#typing.setOwn(typing);
  }

  markRead(seq: number): void {
    const upTo = Math.min(seq, this.#log.lastSeq);
    if (upTo <= (this.#readMarks.get(this.#selfId) ?? 0)) return;
    this.#markRead({ from: this.#selfId, seq: upTo });
    this.#sendRead(upTo);
    this.#changed();
  }

  /** What waits becomes failed, so that it stays visible with a retry. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#retryTimer);
    this.#typing.close();
    this.#delivery.close();
    for (const { id, code } of this.#outbox.messages) {
      if (code === null) this.#outbox.mark(id, 'aborted');
      this.#settle(id, new RendevError('aborted'));
    }
    this.#changed();
  }

  #receive(messages: readonly ChatMessage[], more = false): void {
    this.#take(messages, more);
    if (this.#behind) void this.#catchUp();
  }

  /** Whether anything was new. */
  #take(messages: readonly ChatMessage[], more: boolean): boolean {
    const added = this.#log.add(messages);
    this.#outbox.remove(new Set(added.map(({ id }) => id)));
    for (const message of added) this.#settle(message.id, message);
    this.#delivery.received(added.findLast(({ from }) => from !== this.#selfId)?.seq ?? 0);
    this.#behind = more || this.#log.hasGap;
    this.#changed();
    return added.length > 0;
  }

  async #catchUp(): Promise<void> {
    if (this.#catchingUp) return;
    this.#catchingUp = true;
    try {
      let progress = true;
      while (progress && this.#behind && !this.#closed) {
        const page = await this.#port.request('chat:since', { seq: this.#log.lastSeq });
        progress = this.#take(page.messages, page.more);
      }
      if (this.#behind) throw new RendevError('internal');
      void this.#flush();
    } catch (error) {
      this.#tryLater(error as RendevError);
    }
    this.#catchingUp = false;
  }

  #await(id: string): Promise<ChatMessage> {
    const stored = new Promise<ChatMessage>((resolve, reject) => {
      this.#senders.set(id, { resolve, reject });
    });
    this.#changed();
    void this.#flush();
    return stored;
  }

  /** One at a time, so that they are stored in the order of typing. */
  async #flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let next = this.#outbox.next; next && !this.#closed; next = this.#outbox.next) {
      const { id, text } = next;
      try {
        const { message } = await this.#port.request('chat:send', { id, text });
        this.#settle(id, message);
        this.#receive([message]);
        // Stored ahead of others that are still missing: it goes on when they have come.
        if (this.#outbox.next?.id === id) break;
      } catch (error) {
        const refusal = error as RendevError;
        if (isPassing(refusal)) {
          this.#tryLater(refusal);
          break;
        }
        this.#outbox.mark(id, refusal.code);
        this.#settle(id, refusal);
        this.#changed();
      }
    }
    this.#sending = false;
  }

  #settle(id: string, outcome: ChatMessage | RendevError): void {
    const sender = this.#senders.get(id);
    this.#senders.delete(id);
    if (outcome instanceof RendevError) sender?.reject(outcome);
    else sender?.resolve(outcome);
  }

  #markRead(mark: ChatMark): void {
    this.#readMarks = raised(this.#readMarks, mark);
    this.#markDelivered(mark);
  }

  #markDelivered(mark: ChatMark): void {
    this.#deliveredMarks = raised(this.#deliveredMarks, mark);
  }

  #sendRead(seq: number): void {
    this.#delivery.read(seq);
    // Lost with the connection, it is sent again after the next one: see `connected`.
    this.#port.request('chat:read', { seq }).catch(() => undefined);
  }

  /** Without a connection nothing is tried: the next one does, see `connected`. */
  #tryLater({ code, retryAfterMs }: RendevError): void {
    clearTimeout(this.#retryTimer);
    if (this.#closed || code === 'server-unreachable') return;
    this.#retryTimer = setTimeout(() => {
      if (this.#behind) void this.#catchUp();
      void this.#flush();
    }, retryAfterMs ?? RETRY_MS);
  }

  #changed(): void {
    const read = this.#readMarks.get(this.#selfId) ?? 0;
    // The log begins at sequence 1 and has no gap.
    const unread = this.#log.messages.slice(read).filter(({ from }) => from !== this.#selfId);
    this.#view = {
      entries: this.#list(),
      unread: unread.length,
      typing: this.#typing.ids,
      readMarks: this.#readMarks,
      deliveredMarks: this.#deliveredMarks,
    };
    this.#port.changed();
  }

  /** The same array while no message comes or changes: typing and marks renew no list. */
  #list(): readonly ChatEntry[] {
    const { messages: stored } = this.#log;
    const { messages: waiting } = this.#outbox;
    if (stored !== this.#listed.stored || waiting !== this.#listed.waiting) {
      const entries = [...stored, ...waiting].map((message) => this.#entry(message));
      this.#listed = { stored, waiting, entries };
    }
    return this.#listed.entries;
  }

  /** The same object for the same message, so that snapshots share it. */
  #entry(message: ChatMessage | OutboxMessage): ChatEntry {
    const entry =
      this.#entries.get(message) ??
      ('seq' in message ? sentEntry(message, this.#selfId) : waitingEntry(message));
    this.#entries.set(message, entry);
    return entry;
  }
}

type Marks = ReadonlyMap<string, number>;

/** Marks only grow. */
function raised(marks: Marks, { from, seq }: ChatMark): Marks {
  return seq > (marks.get(from) ?? 0) ? new Map([...marks, [from, seq]]) : marks;
}

function seqOf(marks: readonly ChatMark[], id: string): number {
  return marks.find(({ from }) => from === id)?.seq ?? 0;
}

function sentEntry(message: ChatMessage, selfId: string): ChatEntry {
  return { status: 'sent', id: message.id, message, mine: message.from === selfId };
}

function waitingEntry({ id, text, createdAt, code }: OutboxMessage): ChatEntry {
  return code === null
    ? { status: 'sending', id, text, createdAt }
    : { status: 'failed', id, text, createdAt, code };
}
