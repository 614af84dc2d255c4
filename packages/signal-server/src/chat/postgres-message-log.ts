import { sql, type RawBuilder } from 'kysely';
import type { Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import { storableText } from '../storage/storable-text.ts';
import { isLostRace, isTaken } from '../storage/store-fault.ts';
import type { MessageRow } from '../storage/tables.ts';
import { repeatWhile } from '../storage/transact.ts';
import { answerTo, type MessageLog, type Post } from './message-log.ts';

/** Stores a group of messages by one statement, which is a transaction of its own. */
export class PostgresMessageLog implements MessageLog {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async store(posts: readonly Post[], now: number): Promise<readonly Result<MessageRow>[]> {
    const distinct = new Map<string, Post>();
    for (const post of posts) {
      if (!distinct.has(keyOf(post))) distinct.set(keyOf(post), post);
    }
    const messages = [...distinct.values()].map((post, place) => ({
      ...post,
      place,
      text: storableText(post.text),
    }));
    // Who waited for an interview that another node held cannot see what that node stored meanwhile:
    // the same message once more is refused, and found by the next attempt.
    const isLost = (error: unknown) => isLostRace(error) || isTaken(error);
    const { rows } = await repeatWhile(isLost, () => storeOrFind(messages, now).execute(this.#db));
    const stored = new Map(
      rows.map((row) => [keyOf({ interviewId: row.interview_id, id: row.id }), row]),
    );
    return posts.map((post) => answerTo(post, stored.get(keyOf(post))));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

const keyOf = ({ interviewId, id }: { interviewId: string; id: string }): string =>
  `${interviewId} ${id}`;

/**
 * Those that were stored and those that are now, in any order.
 *
 * PostgreSQL reads a statement anew each time, and each of its parameters: a group of messages is one
 * parameter. Interviews are held in the order of their ids, so that two nodes do not wait for each
 * other. However many messages are stored, each id is one search in the index.
 */
const storeOrFind = (
  messages: readonly (Post & { readonly place: number })[],
  now: number,
): RawBuilder<MessageRow> => sql<MessageRow>`
  with posted as materialized (
    select * from json_to_recordset(${JSON.stringify(messages)}::json) as post
      (place integer, "interviewId" text, id text, "participantId" text, name text, text text)
  ), known as materialized (
    select stored.* from posted cross join lateral (
      select * from messages
      where messages.interview_id = posted."interviewId" and messages.id = posted.id
      limit 1
    ) as stored
  ), held as materialized (
    select id, last_seq from interviews
    where id = any(${[...new Set(messages.map(({ interviewId }) => interviewId))]}::text[])
    order by id
    for no key update
  ), added as (
    insert into messages (interview_id, seq, id, participant_id, name, text, sent_at)
    select held.id, last_seq + row_number() over (partition by held.id order by place),
      posted.id, "participantId", name, text, ${now}::bigint
    from posted join held on held.id = "interviewId"
    where (held.id, posted.id) not in (select interview_id, id from known)
    returning *
  ), raised as (
    update interviews set last_seq = last.seq
    from (select interview_id, max(seq) as seq from added group by interview_id) as last
    where interviews.id = last.interview_id
  )
  select * from known union all select * from added`;
