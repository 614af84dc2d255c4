import closeWithGrace from 'close-with-grace';
import { createApp, type App } from './app.ts';
import { loadConfig, type Config } from './config.ts';
import { createLogger } from './http/logger.ts';

// The process: settings from the environment, listen, close gracefully on a signal.

const CLOSE_MS = 10_000;

const loaded = loadConfig(process.env);
if (!loaded.ok) {
  for (const { variable, message } of loaded.findings) console.error(`${variable} ${message}`);
  process.exit(1);
}

const config = loaded.value;
const logger = createLogger(config.logLevel);
for (const { variable, message } of loaded.warnings) logger.warn(`${variable} ${message}`);
if (config.turn) {
  const { urls, secretId, ttlSeconds } = config.turn;
  logger.info({ urls, secretId, ttlSeconds }, 'TURN credentials are handed out');
}

const app = await createApp(config, { logger });
closeWithGrace({ delay: CLOSE_MS, logger }, async ({ err }) => {
  if (err) logger.fatal({ err }, 'Closing after a failure');
  await app.close();
});
await listen(app, config);

async function listen(started: App, { host, port }: Config): Promise<void> {
  try {
    await started.listen();
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    console.error(`Port ${port} of ${host} is taken; name another one by RENDEV_PORT`);
    await started.close();
    process.exit(1);
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
