import { startAppOnItsOwn } from './app-on-its-own.ts';
import type { OpenApi } from './rest-page.ts';

/** The OpenAPI document of a server that never listens. */
export async function readOpenApi(): Promise<OpenApi> {
  const { app, close } = await startAppOnItsOwn();
  try {
    const answer = await app.fastify.inject('/openapi.json');
    return answer.json<OpenApi>();
  } finally {
    await close();
  }
}
