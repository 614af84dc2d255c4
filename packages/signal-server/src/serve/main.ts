import { setFlagsFromString } from 'node:v8';
import closeWithGrace from 'close-with-grace';
import { createApp, type App } from '../app.ts';
import { loadConfig, type Config } from '../config.ts';
import { createLogger } from '../http/logger.ts';
import { StartFault } from '../start-fault.ts';

// The process: settings from the environment, listen, read the files of secrets again on SIGHUP, close
// gracefully on another signal.

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

const app = await create(config);
const { RENDEV_SECRET_FILE: masterFile, RENDEV_TURN_SECRET_FILE: turnFile } = process.env;
const rereads = Boolean(masterFile) || Boolean(turnFile);
if (rereads) process.on('SIGHUP', rereadSecrets);
const grace = {
  delay: CLOSE_MS + config.drainMs,
  logger,
  skip: rereads ? ['SIGHUP' as const] : [],
};
closeWithGrace(grace, async ({ err }) => {
  if (err) logger.fatal({ err }, 'Closing after a failure');
  await app.close();
});
await listen(app, config);
// V8's own, which the program has put down for the start.
setFlagsFromString('--semi-space-growth-factor=2');

async function create(from: Config): Promise<App> {
  try {
    return await createApp(from, { logger });
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    console.error(`${error.code}: ${error.message}`);
    process.exit(1);
  }
}

/** Of what is read again the secrets of files alone are taken; where anything is unfit, none. */
function rereadSecrets(): void {
  const again = loadConfig(process.env);
  if (!again.ok) {
    logger.error({ findings: again.findings }, 'The secrets stay as they were');
    return;
  }
  const { secret, previousSecrets = [], turn } = again.value;
  if (masterFile) app.useSecrets([secret, ...previousSecrets]);
  if (turnFile && turn) app.useTurnSecret(turn);
  const facts = {
    ...(masterFile && { accepted: 1 + previousSecrets.length }),
    ...(turn && { turnSecretId: turn.secretId }),
  };
  logger.info(facts, 'The secrets were read again');
}

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
