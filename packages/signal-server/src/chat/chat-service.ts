import { type ChatMessage, type ChatPage, LIMITS } from '@rendev/interview-protocol';
import { type Clock, toTimestamp } from '../clock.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import { GroupCommit } from '../storage/group-commit.ts';
import type { MessageRow } from '../storage/tables.ts';
import { messagesSince, raiseMark } from './chat-repository.ts';
import type { MessageLog, Post } from './message-log.ts';

/** Who writes, under the name that the message keeps. */
export interface Sender {
  readonly participantId: string;
  readonly interviewId: string;
  readonly name: string;
}

/** What somebody wrote, under an id of their page. */
export interface Draft {
  readonly id: string;
  readonly text: string;
}

export interface Sent {
  readonly message: ChatMessage;
}

/** The durable log of an interview's messages. */
export class ChatService {
  readonly #db: Database;
  readonly #log: GroupCommit<Post, Result<MessageRow>>;

  /** @param log into the same store */
  constructor(db: Database, log: MessageLog, clock: Clock) {
    this.#db = db;
    this.#log = new GroupCommit((posts) => log.store(posts, clock()));
  }

  /**
   * Stores a message under the next sequence. Resolves after the commit. The same id from the same
   * sender is answered with what is stored, whatever the text is now.
   *
   * Refuses with `message-empty`, `message-too-long`, and `conflict` for another sender's id.
   */
  async send(sender: Sender, draft: Draft): Promise<Result<Sent>> {
    if (draft.text.trim() === '') return refuse('message-empty');
    if (draft.text.length > LIMITS.messageLength) return refuse('message-too-long');
    const { interviewId, participantId, name } = sender;
    const { id, text } = draft;
    const stored = await this.#log.add({ interviewId, participantId, name, id, text });
    return stored.ok ? ok({ message: toMessage(stored.value) }) : stored;
  }

  /** Messages with a sequence higher than `seq`, oldest first, at most `limit`. */
  async since(
    interviewId: string,
    seq: number,
    limit: number = LIMITS.messagesPerPage,
  ): Promise<ChatPage> {
    const rows = await messagesSince(this.#db, interviewId, seq, limit + 1);
    return { messages: rows.slice(0, limit).map(toMessage), more: rows.length > limit };
  }

  /** As `markRead`, for what is on the person's page; a mark below the read mark says nothing. */
  markDelivered(participantId: string, seq: number): Promise<boolean> {
    return raiseMark(this.#db, participantId, 'delivered_seq', seq);
  }

  /** Read marks only grow. Resolves to whether this one did. */
  markRead(participantId: string, seq: number): Promise<boolean> {
    return raiseMark(this.#db, participantId, 'read_seq', seq);
  }
}

const toMessage = (row: MessageRow): ChatMessage => ({
  id: row.id,
  seq: row.seq,
  from: row.participant_id,
  name: row.name,
  text: row.text,
  sentAt: toTimestamp(row.sent_at),
});
