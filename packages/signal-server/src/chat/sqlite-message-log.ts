import type { DatabaseSync } from 'node:sqlite';
import type { Result } from '../result.ts';
import { storableText } from '../storage/storable-text.ts';
import type { MessageRow } from '../storage/tables.ts';
import { answerTo, type Post } from './message-log.ts';

/**
 * `MessageLog.store` for a connection to SQLite: with nobody between, a statement for each message
 * costs less than one for many, whose words are others for every number of them.
 *
 * @returns stores a group in one transaction; throws when none of it was stored
 */
export function storeOn(
  database: DatabaseSync,
): (posts: readonly Post[], now: number) => readonly Result<MessageRow>[] {
  const message = database.prepare('select * from messages where interview_id = ? and id = ?');
  const raise = database.prepare(
    'update interviews set last_seq = last_seq + 1 where id = ? returning last_seq',
  );
  const insert = database.prepare(
    'insert into messages (interview_id, seq, id, participant_id, name, text, sent_at) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const find = ({ interviewId, id }: Post) =>
    message.get(interviewId, id) as MessageRow | undefined;

  function add(post: Post, now: number): MessageRow | undefined {
    const { interviewId, participantId, name, id } = post;
    const raised = raise.get(interviewId) as { last_seq: number } | undefined;
    if (raised === undefined) return undefined;
    const text = storableText(post.text);
    const { last_seq: seq } = raised;
    insert.run(interviewId, seq, id, participantId, name, text, now);
    return {
      interview_id: interviewId,
      seq,
      id,
      participant_id: participantId,
      name,
      text,
      sent_at: now,
    };
  }

  return (posts, now) => {
    // At once for writing: what it reads cannot change before it writes.
    database.exec('begin immediate');
    try {
      const results = posts.map((post) => answerTo(post, find(post) ?? add(post, now)));
      database.exec('commit');
      return results;
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      throw error;
    }
  };
}
