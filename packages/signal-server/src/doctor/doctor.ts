import { accessSync, constants, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { examine, parseTurnUri } from '@rendev/turn-config';
import type { Clock } from '../clock.ts';
import type { Config, LoadedConfig } from '../config.ts';
import { migrationNames } from '../storage/database.ts';
import { postWebhook } from '../webhooks/post-webhook.ts';

/** One thing that was looked at. A `warn` is worth mending, a `fail` keeps interviews from working. */
export interface Finding {
  readonly check: 'config' | 'store' | 'clock' | 'turn' | 'webhook';
  readonly status: 'pass' | 'warn' | 'fail';
  readonly detail: string;
}

const finding = (check: Finding['check'], status: Finding['status'], detail: string): Finding => ({
  check,
  status,
  detail,
});

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
  const store = diagnoseStore(database);
  const usable = store.status !== 'fail' && existsSync(database);
  return [
    ...config,
    store,
    ...(usable ? [diagnoseClock(database, clock())] : []),
    ...(await diagnoseTurn(loaded.value)),
    ...(usable ? await diagnoseWebhooks(database, !loaded.value.production) : []),
  ];
}

function diagnoseStore(file: string): Finding {
  if (!existsSync(file)) return finding('store', 'warn', `${file} is made by the first start`);
  try {
    accessSync(file, constants.W_OK);
    const db = new DatabaseSync(file, { timeout: 5_000 });
    try {
      db.exec('begin immediate; rollback');
      const done = new Set(readColumn(db, 'select name as value from kysely_migration'));
      const missing = migrationNames.filter((name) => !done.has(name));
      const unknown = [...done].filter((name) => !migrationNames.includes(name));
      if (unknown.length > 0) {
        return finding('store', 'fail', `${file} is of a newer server: ${unknown.join(', ')}`);
      }
      return missing.length > 0
        ? finding('store', 'warn', `the next start migrates it: ${missing.join(', ')}`)
        : finding('store', 'pass', `${file} can be written and is migrated`);
    } finally {
      db.close();
    }
  } catch (error) {
    return finding('store', 'fail', `${file}: ${error instanceof Error ? error.message : 'fails'}`);
  }
}

/** What was stored cannot be of the future. No other clock is asked: a server may have no way out. */
function diagnoseClock(file: string, now: number): Finding {
  const newest = Number(read(file, 'select max(updated_at) as value from interviews')[0] ?? 0);
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
async function diagnoseWebhooks(file: string, allowPrivate: boolean): Promise<Finding[]> {
  const urls = new Set(read(file, 'select url as value from webhooks where disabled_at is null'));
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

function read(file: string, query: string): string[] {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    return readColumn(db, query);
  } catch {
    // A table that an older schema has not got.
    return [];
  } finally {
    db.close();
  }
}

const readColumn = (db: DatabaseSync, query: string): string[] =>
  db
    .prepare(query)
    .all()
    .flatMap(({ value }) => (value === null || value === undefined ? [] : [String(value)]));
