import { TestServer } from './server.ts';

/** The line that this process writes when its server is ready. The test that starts it kills it. */
export interface ChildReady {
  readonly url: string;
  readonly ticket: string;
  /** For another person. */
  readonly otherTicket: string;
  readonly database: string;
}

if (import.meta.main) {
  const server = await TestServer.start();
  const { url, database } = server;
  const interview = await server.interview();
  const ticket = await server.ticket(interview);
  const otherTicket = await server.ticket(interview);
  const ready: ChildReady = { url, database, ticket, otherTicket };
  console.log(JSON.stringify(ready));
}
