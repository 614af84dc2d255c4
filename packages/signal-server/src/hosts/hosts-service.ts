import { LIMITS } from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';
import { hashSecret, newId, newSecret } from '../ids.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import type { HostRow } from '../storage/tables.ts';
import { transact } from '../storage/transact.ts';
import { ANY_ORIGIN, parseOrigin } from './origin.ts';

/** `off` lifts the time limit of every interview of the host. */
export type HostWindow = HostRow['window'];

/** A site that embeds the widget and whose back end uses the REST. */
export interface Host {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly window: HostWindow;
  /** Days after the end of an interview at which its messages and names are erased. */
  readonly retentionDays: number;
}

/** A host with its new API key, which is shown this once and stored as a hash. */
export interface HostWithKey {
  readonly host: Host;
  readonly apiKey: string;
}

const RETENTION_DAYS = 30;
const RETENTION_DAYS_MAX = 3_650;
const API_KEY = /^rdv_[A-Za-z0-9_-]{43}$/;
/** Hosts change from another process (the CLI), so what is remembered of them is soon read again. */
const CACHE_MS = 2_000;

/** Who embeds the widget: API keys, allowed origins and the window setting. */
export class HostsService {
  readonly #db: Database;
  readonly #clock: Clock;
  #cache: { readonly at: number; readonly hosts: readonly Host[] } | undefined;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** @returns `bad-request` for an unfit name or origin, `conflict` for a name that is taken */
  async add(
    name: string,
    origins: readonly string[],
    window: HostWindow = 'on',
    retentionDays: number = RETENTION_DAYS,
  ): Promise<Result<HostWithKey>> {
    const parsed = parseOrigins(origins);
    if (!parsed.ok) return parsed;
    if (name.trim() === '' || name.length > LIMITS.nameLength) {
      const message = `must have 1 to ${LIMITS.nameLength} characters`;
      return refuse('bad-request', { errors: [{ path: '/name', message }] });
    }
    if (!isRetention(retentionDays)) return unfitRetention();
    const host: Host = { id: newId(), name, origins: parsed.value, window, retentionDays };
    return this.#change(
      transact(this.#db, async (db) => {
        const added = await db
          .insertInto('hosts')
          .values({
            id: host.id,
            name,
            origins: JSON.stringify(host.origins),
            window,
            retention_days: retentionDays,
            created_at: this.#clock(),
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!added) return refuse('conflict', { detail: 'A host of this name exists already.' });
        return ok({ host, apiKey: await this.#addKey(db, host.id) });
      }),
    );
  }

  async list(): Promise<Host[]> {
    const rows = await this.#db.selectFrom('hosts').selectAll().orderBy('name').execute();
    return rows.map(toHost);
  }

  /** A new API key; every older one stops working at once. @returns `not-found` */
  async rotate(name: string): Promise<Result<HostWithKey>> {
    return transact(this.#db, async (db) => {
      const row = await db
        .selectFrom('hosts')
        .selectAll()
        .where('name', '=', name)
        .executeTakeFirst();
      if (!row) return unknownHost();
      await db
        .updateTable('api_keys')
        .set({ revoked_at: this.#clock() })
        .where('host_id', '=', row.id)
        .where('revoked_at', 'is', null)
        .execute();
      return ok({ host: toHost(row), apiKey: await this.#addKey(db, row.id) });
    });
  }

  /** Removes the host with its interviews and their messages. @returns `not-found` */
  async remove(name: string): Promise<Result<Host>> {
    return this.#change(
      this.#db
        .deleteFrom('hosts')
        .where('name', '=', name)
        .returningAll()
        .executeTakeFirst()
        .then((row) => (row ? ok(toHost(row)) : unknownHost())),
    );
  }

  /** @returns `bad-request` for an unfit origin, `not-found` */
  async setOrigins(name: string, origins: readonly string[]): Promise<Result<Host>> {
    const parsed = parseOrigins(origins);
    if (!parsed.ok) return parsed;
    return this.#change(
      this.#db
        .updateTable('hosts')
        .set({ origins: JSON.stringify(parsed.value) })
        .where('name', '=', name)
        .returningAll()
        .executeTakeFirst()
        .then((row) => (row ? ok(toHost(row)) : unknownHost())),
    );
  }

  /** Days from 0, which erases right after the end, to 3650. @returns `bad-request`, `not-found` */
  async setRetention(name: string, retentionDays: number): Promise<Result<Host>> {
    if (!isRetention(retentionDays)) return unfitRetention();
    return this.#change(
      this.#db
        .updateTable('hosts')
        .set({ retention_days: retentionDays })
        .where('name', '=', name)
        .returningAll()
        .executeTakeFirst()
        .then((row) => (row ? ok(toHost(row)) : unknownHost())),
    );
  }

  /** The host that an API key stands for. */
  async authenticate(apiKey: string): Promise<Host | undefined> {
    if (!API_KEY.test(apiKey)) return undefined;
    const row = await this.#db
      .selectFrom('api_keys')
      .innerJoin('hosts', 'hosts.id', 'api_keys.host_id')
      .selectAll('hosts')
      .where('api_keys.key_hash', '=', hashSecret(apiKey))
      .where('api_keys.revoked_at', 'is', null)
      .executeTakeFirst();
    return row && toHost(row);
  }

  async find(hostId: string): Promise<Host | undefined> {
    return (await this.#remembered()).find((host) => host.id === hostId);
  }

  async allowsOrigin(hostId: string, origin: string): Promise<boolean> {
    const host = await this.find(hostId);
    return host !== undefined && allows(host, origin);
  }

  /** For what is asked before an interview is known: CORS preflight, the websocket handshake. */
  async anyHostAllows(origin: string): Promise<boolean> {
    return (await this.#remembered()).some((host) => allows(host, origin));
  }

  async #remembered(): Promise<readonly Host[]> {
    const now = this.#clock();
    if (!this.#cache || Math.abs(now - this.#cache.at) >= CACHE_MS) {
      this.#cache = { at: now, hosts: await this.list() };
    }
    return this.#cache.hosts;
  }

  async #change<T>(work: Promise<T>): Promise<T> {
    const result = await work;
    this.#cache = undefined;
    return result;
  }

  async #addKey(db: Database, hostId: string): Promise<string> {
    const apiKey = `rdv_${newSecret()}`;
    await db
      .insertInto('api_keys')
      .values({
        id: newId(),
        host_id: hostId,
        key_hash: hashSecret(apiKey),
        created_at: this.#clock(),
        revoked_at: null,
      })
      .execute();
    return apiKey;
  }
}

const isRetention = (days: number): boolean =>
  Number.isInteger(days) && days >= 0 && days <= RETENTION_DAYS_MAX;
const unfitRetention = () =>
  refuse('bad-request', {
    errors: [{ path: '/retentionDays', message: `must be 0 to ${RETENTION_DAYS_MAX} days` }],
  });
const unknownHost = () => refuse('not-found', { detail: 'There is no host of this name.' });

const allows = (host: Host, origin: string): boolean =>
  host.origins.includes(ANY_ORIGIN) || host.origins.includes(origin);

function parseOrigins(origins: readonly string[]): Result<readonly string[]> {
  const parsed = origins.map(parseOrigin);
  const errors = origins.flatMap((_, index) =>
    parsed[index] === undefined
      ? [{ path: `/origins/${index}`, message: 'must be scheme://host[:port] or *' }]
      : [],
  );
  if (errors.length > 0) return refuse('bad-request', { errors });
  return ok([...new Set(parsed.filter((origin) => origin !== undefined))]);
}

function toHost(row: HostRow): Host {
  const origins = JSON.parse(row.origins) as string[];
  const { id, name, window, retention_days: retentionDays } = row;
  return { id, name, origins, window, retentionDays };
}
