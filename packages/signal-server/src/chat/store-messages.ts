import { ok, type Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import { lockInterviews } from '../storage/lock-interviews.ts';
import type { MessageRow } from '../storage/tables.ts';
import { transact } from '../storage/transact.ts';
import { findMessages, insertMessages } from './chat-repository.ts';
import { placePosts, type Post } from './place-posts.ts';

/** `storeMessages`, on the store of whoever made it. */
export type StoreMessages = (
  posts: readonly Post[],
  now: number,
) => Promise<readonly Result<MessageRow>[]>;

/**
 * Gives each post of many interviews the next sequence of its own, in one transaction. Resolves after
 * the commit.
 *
 * @returns for each post what is stored, `conflict` for another sender's id, or `not-found`
 */
export async function storeMessages(
  db: Database,
  posts: readonly Post[],
  now: number,
): Promise<readonly Result<MessageRow>[]> {
  const done = await transact(db, async (trx) => {
    const lastSeqs = await lockInterviews(
      trx,
      posts.map(({ interviewId }) => interviewId),
    );
    const known = new Map(
      (await findMessages(trx, posts)).map((row) => [keyOf(row.interview_id, row.id), row]),
    );
    const stored = {
      lastSeqOf: (interviewId: string) => lastSeqs.get(interviewId),
      find: (interviewId: string, id: string) => known.get(keyOf(interviewId, id)),
    };
    const { results, added } = placePosts(posts, stored, now);
    if (added.length > 0) await insertMessages(trx, added);
    return ok(results);
  });
  if (!done.ok) throw new Error(`Nothing refuses here, yet ${done.error.code}`);
  return done.value;
}

const keyOf = (interviewId: string, id: string): string => `${interviewId} ${id}`;
