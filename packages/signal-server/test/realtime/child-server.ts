import { TestServer } from './server.ts';

/** The line that this process writes when its server is ready. The test that starts it kills it. */
export interface ChildReady {
  readonly url: string;
  readonly ticket: string;
  readonly database: string;
}

if (import.meta.main) {
  const server = await TestServer.start();
  const { url, database } = server;
  const ticket = await server.ticket(await server.interview());
  const ready: ChildReady = { url, database, ticket };
  console.log(JSON.stringify(ready));
}
