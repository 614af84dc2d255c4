import { Pool, types } from 'pg';

/** A connection that takes longer than this to come about fails, in ms. */
const CONNECT_MS = 5_000;
/** No statement of ours takes this long: what does hangs, in ms. */
const STATEMENT_MS = 30_000;
const CONNECTIONS_MAX = 20;

/** The types that `pg` would give as text, since they may be too large for a number. */
const AS_TEXT = [types.builtins.INT8, types.builtins.NUMERIC];

/**
 * Connections to PostgreSQL, opened as they are needed and anew after a restart of it.
 *
 * Times and counts are numbers, as SQLite gives them: all of ours are below 2^53.
 */
export function openPostgres(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    keepAlive: true,
    application_name: 'rendev-signal',
    types: {
      getTypeParser: (type, format) =>
        AS_TEXT.includes(type)
          ? Number
          : (types.getTypeParser(type, format) as (value: string) => unknown),
    },
  });
  // A connection that breaks while nobody uses it is opened anew; one in use fails its query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return pool;
}
