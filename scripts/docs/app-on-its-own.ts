import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp, loadConfig } from '@rendev/signal-server';

/** A server that never listens, on a store that goes with it. */
export async function startAppOnItsOwn(): Promise<{ app: App; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'rendev-docs-'));
  const config = loadConfig({
    RENDEV_DATABASE: join(folder, 'store.sqlite'),
    RENDEV_SECRET: randomBytes(48).toString('base64'),
    RENDEV_LOG_LEVEL: 'silent',
  });
  if (!config.ok) throw new Error(JSON.stringify(config.findings));
  const app = await createApp(config.value);
  const close = async () => {
    await app.close();
    await rm(folder, { recursive: true });
  };
  return { app, close };
}
