import { type ChatMessage, type ChatPage, LIMITS } from '@rendev/interview-protocol';
import { type Clock, toTimestamp } from '../clock.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import { lockInterview } from '../storage/lock-interview.ts';
import { storableText } from '../storage/storable-text.ts';
import type { MessageRow } from '../storage/tables.ts';
import { transact } from '../storage/transact.ts';
import { findMessage, insertMessage, messagesSince, raiseMark } from './chat-repository.ts';

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
  /** `false`: the id was stored before, and the others have it. */
  readonly isNew: boolean;
}

/** The durable log of an interview's messages. */
export class ChatService {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
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
    return transact<Sent>(this.#db, async (trx) => {
      const interview = await lockInterview(trx, sender.interviewId);
      if (interview === undefined) return refuse('not-found');
      const stored = await findMessage(trx, interview.id, draft.id);
      if (stored !== undefined) {
        return stored.participant_id === sender.participantId
          ? ok({ message: toMessage(stored), isNew: false })
          : refuse('conflict');
      }
      const message: MessageRow = {
        interview_id: interview.id,
        seq: interview.last_seq + 1,
        id: draft.id,
        participant_id: sender.participantId,
        name: sender.name,
        text: storableText(draft.text),
        sent_at: this.#clock(),
      };
      await insertMessage(trx, message);
      return ok({ message: toMessage(message), isNew: true });
    });
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
