import { InterviewSession } from '../interview-session.ts';
import type { RendevError } from '../rendev-error.ts';
import type { RemoteParticipant, SessionSnapshot } from '../session-snapshot.ts';
import type { SessionOptions } from '../session.ts';
import { InMemoryServer, type InMemoryOptions, type Person } from './in-memory-server.ts';
import { until } from './until.ts';

const sessions: InterviewSession[] = [];

/** A server for so many people with the codes `code-1` and so on, and for those named besides. */
export function serverFor(
  count: number,
  options: Partial<InMemoryOptions> & { readonly role?: Person['role'] } = {},
): InMemoryServer {
  const { role = 'participant', ...rest } = options;
  const people: Record<string, Person> = { ...options.people };
  for (let index = 1; index <= count; index += 1) {
    people[`code-${index}`] = { role, name: `Person ${index}` };
  }
  return new InMemoryServer({ ...rest, people });
}

export function newSession(
  server: InMemoryServer,
  options: Partial<SessionOptions> = {},
): InterviewSession {
  const session = new InterviewSession({ server: location.origin, ...options }, server);
  sessions.push(session);
  return session;
}

/** A new session that is in the room. */
export async function joined(
  server: InMemoryServer,
  code: string,
  options: Partial<SessionOptions> = {},
): Promise<InterviewSession> {
  const session = newSession(server, options);
  await session.enter({ code });
  await session.join();
  return session;
}

/** The code that a promise rejects with; `null` when it resolves. */
export function codeOf(promise: Promise<unknown>): Promise<string | null> {
  return promise.then(
    () => null,
    (error: unknown) => (error as RendevError).code,
  );
}

/** The other person of two. */
export function other(session: InterviewSession): RemoteParticipant | undefined {
  return session.snapshot.participants[0];
}

/** For `afterEach`: disposes of every session and forgets what the tab stores. */
export function cleanUp(): void {
  for (const session of sessions.splice(0)) session.dispose();
  sessionStorage.clear();
  localStorage.clear();
}

export async function untilState<N extends SessionSnapshot['state']['name']>(
  session: InterviewSession,
  name: N,
): Promise<Extract<SessionSnapshot['state'], { name: N }>> {
  const { state } = await until(`the state is ${name}`, () =>
    session.snapshot.state.name === name ? session.snapshot : null,
  );
  return state as Extract<SessionSnapshot['state'], { name: N }>;
}

/** The one other person, once the link is connected. */
export async function untilLinked(
  session: InterviewSession,
  name?: string,
): Promise<RemoteParticipant> {
  return until('the link is connected', () =>
    session.snapshot.participants.find(
      (other) => other.link === 'connected' && (name === undefined || other.name === name),
    ),
  );
}

/** Waits until a video element has shown some frames of the stream's video. */
export async function untilFramesFlow(stream: MediaStream | null): Promise<void> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  const shown = () => video.getVideoPlaybackQuality().totalVideoFrames;
  const start = shown();
  await until('frames are shown', () => shown() > start + 3);
  video.srcObject = null;
}
