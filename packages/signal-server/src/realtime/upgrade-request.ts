import type { RealtimeServer, RealtimeSocket } from './types.ts';

// A request with its headers is a fifth of the memory of an idle connection. Engine.IO keeps it with the
// connection, and in the answer to the upgrade, which lives as long.

/** In place of what Socket.IO made of a request. */
const FORGOTTEN = {};
const answers = new WeakMap<object, object>();

/** Lets `forgetJoin` find what keeps a request. */
export function noteAnswers({ engine }: RealtimeServer): void {
  engine.use((request: object, answer: object, next: () => void) => {
    answers.set(request, answer);
    next();
  });
}

/** Once it has joined: nothing is asked of its request any more, nor of what the join found. */
export function forgetJoin(socket: RealtimeSocket): void {
  const { conn } = socket;
  const answer = answers.get(conn.request);
  if (answer !== undefined) Object.assign(answer, { req: null });
  Object.assign(conn, { request: null });
  Object.assign(socket, { handshake: FORGOTTEN, data: FORGOTTEN });
}
