import type { DatabaseSync } from 'node:sqlite';
import type { Result } from '../result.ts';
import type { MessageRow } from '../storage/tables.ts';
import { placePosts, type Post } from './place-posts.ts';

/**
 * `storeMessages` for a connection to SQLite: with nobody between, a statement for each message costs
 * less than one for many, whose words are others for every number of them.
 *
 * @returns stores a group in one transaction; throws when none of it was stored
 */
export function openMessageLog(
  database: DatabaseSync,
): (posts: readonly Post[], now: number) => readonly Result<MessageRow>[] {
  const lastSeq = database.prepare('select last_seq from interviews where id = ?');
  const message = database.prepare('select * from messages where interview_id = ? and id = ?');
  const insert = database.prepare(
    'insert into messages (interview_id, seq, id, participant_id, name, text, sent_at) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const raise = database.prepare('update interviews set last_seq = ? where id = ?');
  const stored = {
    lastSeqOf: (interviewId: string) =>
      (lastSeq.get(interviewId) as { last_seq: number } | undefined)?.last_seq,
    find: (interviewId: string, id: string) =>
      message.get(interviewId, id) as MessageRow | undefined,
  };

  function store(posts: readonly Post[], now: number): readonly Result<MessageRow>[] {
    const { results, added, lastSeqs } = placePosts(posts, stored, now);
    for (const { interview_id, seq, id, participant_id, name, text, sent_at } of added) {
      insert.run(interview_id, seq, id, participant_id, name, text, sent_at);
    }
    for (const [interviewId, seq] of lastSeqs) raise.run(seq, interviewId);
    return results;
  }

  return (posts, now) => {
    // At once for writing: what it reads cannot change before it writes.
    database.exec('begin immediate');
    try {
      const results = store(posts, now);
      database.exec('commit');
      return results;
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      throw error;
    }
  };
}
