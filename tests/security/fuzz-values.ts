import type { TestContext } from 'node:test';
import fc from 'fast-check';
import type { Config } from '../../packages/signal-server/src/config.ts';
import { createLogger } from '../../packages/signal-server/src/http/logger.ts';
import { TestServer } from '../../packages/signal-server/test/realtime/server.ts';

/** What must never stand in an answer: stacks, files, statements, secrets of the server. */
export const LEAK =
  /\bat .+:\d+:\d+|node_modules|\.ts\b|\/src\/|SQLITE|select .+ from|TypeError|rdv_|secret/i;

const ids = fc.constantFrom('id', 'to', 'toEpoch', 'link', 'seq', 'text', 'offerId', 'sdp', 'word');
const dangerous = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'length',
  'then',
);
export const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('\0', '\ud800', '\u202e', "' or 1=1 --", '${7*7}', '../../etc/passwd', 'v=0\r\n'),
  fc.string({ minLength: 1_000, maxLength: 3_000 }),
);
/** Any JSON value, with the keys that harm and those that are ours. */
export const anything = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308, -0, 2 ** 53, ''),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.oneof(ids, dangerous, fc.string()), tie('value'), {
    maxKeys: 5,
    noNullPrototype: true,
  }),
})).value;

/** In this time every limit is as at first, and the window of an interview is hardly shorter. */
const REFILL_MS = 5_000;

export interface FuzzedServer {
  readonly server: TestServer;
  /** What the server could not explain: every line of the level error. */
  readonly faults: string[];
  /** Lets time pass, so that no limit stands before what is attacked. */
  readonly timePasses: () => void;
}

export async function startFuzzed(
  t: TestContext,
  config: Partial<Config> = {},
): Promise<FuzzedServer> {
  let now = Date.now();
  const faults: string[] = [];
  const logger = createLogger('error', { write: (line: string) => faults.push(line) });
  const server = await TestServer.start({ clock: () => now, logger, config });
  t.after(() => server.close());
  const timePasses = () => {
    now += REFILL_MS;
  };
  return { server, faults, timePasses };
}
