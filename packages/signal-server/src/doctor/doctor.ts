import { examine, parseTurnUri } from '@rendev/turn-config';
import type { Clock } from '../clock.ts';
import type { Config, LoadedConfig } from '../config.ts';
import { StartFault } from '../start-fault.ts';
import { RedisLink } from '../cluster/redis-link.ts';
import { isPostgresUrl } from '../storage/store-url.ts';
import { postWebhook } from '../webhooks/post-webhook.ts';
import { type Finding, finding } from './finding.ts';
import { lookAtFile, lookAtPostgres, type Read } from './look-at-store.ts';

export type { Finding } from './finding.ts';

/** Further than this apart, tickets and TURN credentials end too early or too late, in ms. */
const CLOCK_MS = 30_000;

/** Looks at what a server with these settings would stand on; changes nothing. */
export async function diagnose(loaded: LoadedConfig, clock: Clock): Promise<Finding[]> {
  if (!loaded.ok) {
    return loaded.findings.map((each) =>
      finding('config', 'fail', `${each.variable} ${each.message}`),
    );
  }
  const warnings = loaded.warnings.map((each) =>
    finding('config', 'warn', `${each.variable} ${each.message}`),
  );
  const config = warnings.length > 0 ? warnings : [finding('config', 'pass', 'as it should be')];
  const { database } = loaded.value;
  const store = isPostgresUrl(database) ? await lookAtPostgres(database) : lookAtFile(database);
  try {
    return [
      ...config,
      store.finding,
      ...(await diagnoseBus(loaded.value)),
      ...(store.read ? [await diagnoseClock(store.read, clock())] : []),
      ...(await diagnoseTurn(loaded.value)),
      ...(store.read ? await diagnoseWebhooks(store.read, !loaded.value.production) : []),
    ];
  } finally {
    await store.close();
  }
}

async function diagnoseBus({ redis }: Config): Promise<Finding[]> {
  if (redis === null) return [];
  try {
    const link = await RedisLink.open(redis, () => undefined);
    await link.close();
    return [finding('bus', 'pass', 'Redis answers')];
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    return [finding('bus', 'fail', `${error.code}: ${error.message}`)];
  }
}

/** What was stored cannot be of the future. No other clock is asked: a server may have no way out. */
async function diagnoseClock(read: Read, now: number): Promise<Finding> {
  const [value = 0] = await read('select max(updated_at) as value from interviews');
  const newest = Number(value);
  const ahead = newest - now;
  return ahead > CLOCK_MS
    ? finding(
        'clock',
        'fail',
        `behind the newest row of the store by ${Math.round(ahead / 1_000)} s`,
      )
    : finding('clock', 'pass', 'not behind the store, which is all that it is compared with');
}

async function diagnoseTurn({ turn }: Config): Promise<Finding[]> {
  if (!turn) {
    return [finding('turn', 'warn', 'no server: people behind strict firewalls cannot connect')];
  }
  const uris = turn.urls.flatMap((url) => parseTurnUri(url) ?? []);
  const { examinations } = await examine({ uris, secret: turn.secret });
  return examinations.flatMap(({ uri, results }) =>
    results.map(({ check, status, detail }) =>
      finding('turn', status, `${uri} ${check}: ${detail}`),
    ),
  );
}

/** Asks each for its head, so that nothing is delivered. Any answer will do. */
async function diagnoseWebhooks(read: Read, allowPrivate: boolean): Promise<Finding[]> {
  const urls = new Set(await read('select url as value from webhooks where disabled_at is null'));
  return Promise.all(
    [...urls].map(async (url) => {
      const message = { headers: {}, body: '' };
      const outcome = await postWebhook(new URL(url), message, { allowPrivate, method: 'HEAD' });
      const { origin } = new URL(url);
      return outcome.ok || outcome.fault === 'status'
        ? finding('webhook', 'pass', `${origin} answers`)
        : finding('webhook', 'fail', `${origin}: ${outcome.fault}`);
    }),
  );
}
