import { ok, refuse, type Result } from '../result.ts';
import { storableText } from '../storage/storable-text.ts';
import type { MessageRow } from '../storage/tables.ts';

/** Who writes what, under an id of their page and the name that the message keeps. */
export interface Post {
  readonly interviewId: string;
  readonly participantId: string;
  readonly name: string;
  readonly id: string;
  readonly text: string;
}

/** What is in the store while nobody else can write to these interviews. */
export interface Stored {
  /** `undefined` where there is no such interview. */
  lastSeqOf(interviewId: string): number | undefined;
  find(interviewId: string, id: string): MessageRow | undefined;
}

export interface Placed {
  /** For each post what will be stored or is, `conflict` for another sender's id, or `not-found`. */
  readonly results: readonly Result<MessageRow>[];
  readonly added: readonly MessageRow[];
  /** Of the interviews to which something is added. */
  readonly lastSeqs: ReadonlyMap<string, number>;
}

/** Gives each post of many interviews the next sequence of its own; one that is stored keeps its. */
export function placePosts(posts: readonly Post[], stored: Stored, now: number): Placed {
  const lastSeqs = new Map<string, number>();
  const added = new Map<string, MessageRow>();
  const results = posts.map((post): Result<MessageRow> => {
    const { interviewId, participantId, name, id, text } = post;
    const lastSeq = lastSeqs.get(interviewId) ?? stored.lastSeqOf(interviewId);
    if (lastSeq === undefined) return refuse('not-found');
    const key = `${interviewId} ${id}`;
    const known = added.get(key) ?? stored.find(interviewId, id);
    if (known !== undefined) {
      return known.participant_id === participantId ? ok(known) : refuse('conflict');
    }
    const message: MessageRow = {
      interview_id: interviewId,
      seq: lastSeq + 1,
      id,
      participant_id: participantId,
      name,
      text: storableText(text),
      sent_at: now,
    };
    lastSeqs.set(interviewId, message.seq);
    added.set(key, message);
    return ok(message);
  });
  return { results, added: [...added.values()], lastSeqs };
}
