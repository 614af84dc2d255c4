export { RendevInterview } from './elements/interview/interview.ts';
export { register } from './define/register.ts';
export { setDefaultServer } from './default-server.ts';
export { RendevError } from './engine/rendev-error.ts';
export { VERSION } from './version.ts';
export type { InterviewEventDetails, RendevInterviewEventMap } from './events/interview-events.ts';
export type { RendevErrorCode } from './engine/rendev-error.ts';
export type { Session } from './engine/session.ts';
export type {
  RemoteParticipant,
  SessionSnapshot,
  SessionState,
} from './engine/session-snapshot.ts';
