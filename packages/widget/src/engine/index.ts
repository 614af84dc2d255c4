import { InterviewSession } from './interview-session.ts';
import type { Session, SessionOptions } from './session.ts';

export type { SessionParts } from './interview-session.ts';
export { ActiveSpeaker } from './active-speaker.ts';
export { InterviewSession };
export { RendevError } from './rendev-error.ts';
export type { PageErrorCode, RendevErrorCode, RendevErrorFacts } from './rendev-error.ts';
export type * from './session.ts';
export type * from './session-snapshot.ts';

/** A session of one person with the interviews of one signal server. */
export function createSession(options: SessionOptions): Session {
  return new InterviewSession(options);
}
