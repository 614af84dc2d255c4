import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, loadConfig } from '@rendev/signal-server';
import type { OpenApi } from './rest-page.ts';

/** The OpenAPI document of a server that never listens. */
export async function readOpenApi(): Promise<OpenApi> {
  const folder = await mkdtemp(join(tmpdir(), 'rendev-docs-'));
  const config = loadConfig({
    RENDEV_DATABASE: join(folder, 'store.sqlite'),
    RENDEV_SECRET: randomBytes(48).toString('base64'),
    RENDEV_LOG_LEVEL: 'silent',
  });
  if (!config.ok) throw new Error(JSON.stringify(config.findings));
  const app = await createApp(config.value);
  try {
    const answer = await app.fastify.inject('/openapi.json');
    return answer.json<OpenApi>();
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
}
