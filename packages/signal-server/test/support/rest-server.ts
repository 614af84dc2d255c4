import type { TestContext } from 'node:test';
import { createApp, type App } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import type { Host } from '../../src/hosts/hosts-service.ts';
import { createLogger } from '../../src/http/logger.ts';
import { newStore, removeStore } from './store.ts';

export const HOST_ORIGIN = 'https://host.test';
/** 2026-03-02 10:00 in Seoul. */
export const NOON = Date.UTC(2026, 2, 2, 1);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A clock that stands until it is set. */
export interface TestClock {
  now: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface RestServer {
  readonly app: App;
  readonly url: string;
  readonly database: string;
  readonly clock: TestClock;
  readonly host: Host;
  readonly apiKey: string;
  /** Every line that the server logged. */
  readonly log: string[];
  /** Asks as the host's back end; `apiKey: null` for nobody. */
  ask(method: string, path: string, body?: unknown, options?: AskOptions): Promise<Answer>;
}

export const SECRET = 'Wq3-8fTz_2LmRk7YpVx5NcB9sHdJgA1e';

export interface AskOptions {
  readonly apiKey?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ServerOptions {
  readonly window?: 'on' | 'off';
  readonly origins?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A real server on a free port with a store of its own; both go with the test. */
export async function startRestServer(
  test: TestContext,
  { window = 'on', origins = [HOST_ORIGIN], env = {} }: ServerOptions = {},
): Promise<RestServer> {
  const database = await newStore();
  const config = loadConfig({
    RENDEV_PORT: '0',
    RENDEV_DATABASE: database,
    RENDEV_SECRET: SECRET,
    RENDEV_LOG_LEVEL: 'trace',
    ...env,
  });
  if (!config.ok) throw new Error(JSON.stringify(config.findings));

  const clock: TestClock = { now: NOON };
  const log: string[] = [];
  const logger = createLogger(config.value.logLevel, { write: (line) => log.push(line) });
  const app = await createApp(config.value, { clock: () => clock.now, logger });
  const url = await app.listen();
  test.after(async () => {
    await app.close();
    removeStore(database);
  });

  const added = await app.hosts.add('host', origins, window);
  if (!added.ok) throw new Error(added.error.code);
  const { host, apiKey } = added.value;

  const ask = async (method: string, path: string, body?: unknown, options: AskOptions = {}) => {
    const key = options.apiKey === undefined ? apiKey : options.apiKey;
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, body: parsed };
  };
  return { app, url, database, clock, host, apiKey, log, ask };
}
