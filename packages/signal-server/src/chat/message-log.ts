import { ok, refuse, type Result } from '../result.ts';
import type { MessageRow } from '../storage/tables.ts';

/** Who writes what, under an id of their page and the name that the message keeps. */
export interface Post {
  readonly interviewId: string;
  readonly participantId: string;
  readonly name: string;
  readonly id: string;
  readonly text: string;
}

/** Where messages get their places, for good. */
export interface MessageLog {
  /**
   * Gives each post of many interviews the next sequence of its own, in one transaction; one that is
   * stored keeps its place. Resolves after the commit.
   *
   * @returns for each post what is stored, `conflict` for another sender's id, or `not-found`
   */
  store(posts: readonly Post[], now: number): Promise<readonly Result<MessageRow>[]>;
  /** Nothing may be on its way. */
  close(): Promise<void>;
}

/** @param stored under the id of this post; `undefined` where there is no such interview */
export function answerTo(post: Post, stored: MessageRow | undefined): Result<MessageRow> {
  if (stored === undefined) return refuse('not-found');
  return stored.participant_id === post.participantId ? ok(stored) : refuse('conflict');
}
