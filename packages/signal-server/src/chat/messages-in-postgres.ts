import { sql, type RawBuilder } from 'kysely';
import type { MessageRow } from '../storage/tables.ts';

// PostgreSQL reads a statement anew each time, and each of its parameters: a group of messages is one
// parameter, not thousands.

/** Adds the messages, and raises the last sequence of their interviews. */
export const insertTogether = (messages: readonly MessageRow[]): RawBuilder<unknown> => sql`
  with added as (
    insert into messages (interview_id, seq, id, participant_id, name, text, sent_at)
    select * from json_to_recordset(${JSON.stringify(messages)}::json) as message
      (interview_id text, seq integer, id text, participant_id text, name text, text text, sent_at bigint)
    returning interview_id, seq
  )
  update interviews set last_seq = last.seq
  from (select interview_id, max(seq) as seq from added group by interview_id) as last
  where interviews.id = last.interview_id`;

/** Those that are stored, in any order; one search in the index for each, however many are stored. */
export const findTogether = (
  named: readonly { readonly interviewId: string; readonly id: string }[],
): RawBuilder<MessageRow> => sql<MessageRow>`
  select found.*
  from json_to_recordset(${JSON.stringify(named)}::json) as named ("interviewId" text, id text)
  cross join lateral (
    select * from messages
    where messages.interview_id = named."interviewId" and messages.id = named.id
    limit 1
  ) as found`;
