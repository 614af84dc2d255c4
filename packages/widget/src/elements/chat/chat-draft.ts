import type { Session } from '../../engine/session.ts';
import { readJson, tabStorage, writeJson } from '../../engine/browser-storage.ts';

const key = (interviewId: string) => `rendev-interview:draft:${interviewId}`;

/** What was typed and not sent, for a reload of the tab. */
export function readDraft(interviewId: string): string {
  const draft = readJson(tabStorage(), key(interviewId));
  return typeof draft === 'string' ? draft : '';
}

export function keepDraft(interviewId: string, text: string): void {
  writeJson(tabStorage(), key(interviewId), text === '' ? null : text);
}

/** Who left takes the words along; who was cut off finds them again. */
export function dropDraftAfter({ snapshot: { state, interview } }: Session): void {
  const over = state.name === 'idle' || (state.name === 'ended' && state.reason !== 'network-lost');
  if (over && interview !== null) keepDraft(interview.id, '');
}
