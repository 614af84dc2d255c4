import { LIMITS } from '@rendev/interview-protocol';
import { DEFAULT_TTL_SECONDS } from '@rendev/turn-config';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import type { ConfigFinding } from './config-finding.ts';
import type { Secrets } from './keys.ts';
import { readSecrets } from './master-secrets.ts';
import { isTrustedProxy, parseTrustProxy } from './trust-proxy.ts';
import {
  readTurnSecret,
  SECRET_ID,
  SECRET_ID_MEANING,
  type TurnSecret,
  type TurnSecretRead,
} from './turn-secret.ts';
import { installedWidget } from './widget-folder.ts';

/** What the process is told from outside. Times are ms. */
export interface Config {
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  /** Path of the SQLite file, or a `postgres://` URL. */
  readonly database: string;
  /** A `redis://` URL where other nodes work on the same store; `null`: this is the only one. */
  readonly redis: string | null;
  /**
   * The one master secret; every key is derived from it. With another secret the tickets and
   * interview codes that were given out stop working.
   */
  readonly secret: string;
  /** Master secrets before it: what was made by them is accepted still. */
  readonly previousSecrets?: readonly string[];
  readonly production: boolean;
  /** Whose X-Forwarded-For is believed: nobody, anybody, or addresses. */
  readonly trustProxy: boolean | string;
  readonly logLevel: string;
  /** `null`: no TURN server. None is made up: no public STUN server ever hears of our people. */
  readonly turn: TurnConfig | null;
  /** Folder of the widget's script; `null`: it is not served here. */
  readonly widgetDir: string | null;
  /** How long a participant without connection keeps the seat. */
  readonly graceMs: number;
  /** The same after a goodbye. */
  readonly goodbyeMs: number;
  /** How long a server that is told to end serves on while `/readyz` says that it does not. */
  readonly drainMs: number;
}

/** The TURN servers that people get, and what their credentials are signed with. */
export interface TurnConfig extends TurnSecret {
  /** stun:, turn: and turns: URLs of one or more servers, in the order of preference. */
  readonly urls: readonly string[];
  /** Life of credentials in seconds, 1 h to 4 h. */
  readonly ttlSeconds: number;
}

export type LoadedConfig =
  | { readonly ok: true; readonly value: Config; readonly warnings: readonly ConfigFinding[] }
  | { readonly ok: false; readonly findings: readonly ConfigFinding[] };

// Each description completes the sentence "<variable> must be ...".
const Environment = Type.Object({
  RENDEV_PORT: Type.Integer({
    minimum: 0,
    maximum: 65_535,
    default: 3030,
    description: 'a port, 0 to 65535',
  }),
  RENDEV_HOST: Type.String({ default: '127.0.0.1', description: 'an address to listen on' }),
  RENDEV_DATABASE: Type.String({
    // Messages are stored over a connection of their own, which would have another memory.
    pattern: '^(?!:memory:$)',
    default: './rendev.sqlite',
    description: 'the path of an SQLite file',
  }),
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://[^/]',
      description: 'a postgres:// URL; without it RENDEV_DATABASE counts',
    }),
  ),
  REDIS_URL: Type.Optional(
    Type.String({ pattern: '^rediss?://[^/]', description: 'a redis:// or rediss:// URL' }),
  ),
  RENDEV_SECRET: Type.Optional(Type.String({ description: 'a string' })),
  RENDEV_SECRET_FILE: Type.Optional(Type.String({ description: 'the path of a file' })),
  RENDEV_ENV: Type.Union([Type.Literal('production'), Type.Literal('development')], {
    default: 'production',
    description: '"production" or "development"',
  }),
  RENDEV_TRUST_PROXY: Type.String({ default: 'false' }),
  RENDEV_LOG_LEVEL: Type.String({
    pattern: '^(fatal|error|warn|info|debug|trace|silent)$',
    default: 'info',
    description: 'one of fatal, error, warn, info, debug, trace, silent',
  }),
  RENDEV_TURN_URLS: Type.Optional(
    Type.String({
      pattern: '^\\s*(turns?|stuns?):[^\\s,]+(\\s*,\\s*(turns?|stuns?):[^\\s,]+)*\\s*$',
      description: 'a comma-separated list of turn:, turns: or stun: URLs',
    }),
  ),
  RENDEV_TURN_SECRET: Type.Optional(Type.String({ description: 'a string' })),
  RENDEV_TURN_SECRET_FILE: Type.Optional(Type.String({ description: 'the path of a file' })),
  RENDEV_TURN_SECRET_ID: Type.String({
    pattern: SECRET_ID,
    default: 'first',
    description: SECRET_ID_MEANING,
  }),
  RENDEV_TURN_TTL_S: Type.Integer({
    minimum: 3_600,
    maximum: 14_400,
    default: DEFAULT_TTL_SECONDS,
    description: 'a whole number of seconds, 3600 to 14400',
  }),
  RENDEV_WIDGET_DIR: Type.Optional(Type.String({ description: 'a folder' })),
  RENDEV_GRACE_MS: Type.Integer({
    minimum: 0,
    default: LIMITS.graceMs,
    description: 'a whole number of ms',
  }),
  RENDEV_GOODBYE_MS: Type.Integer({
    minimum: 0,
    default: LIMITS.goodbyeMs,
    description: 'a whole number of ms',
  }),
  RENDEV_DRAIN_MS: Type.Integer({
    minimum: 0,
    maximum: 60_000,
    default: 0,
    description: 'a whole number of ms, 60000 at most',
  }),
});
type Environment = Type.Static<typeof Environment>;

const environment = Compile(Environment);

/** Reads the settings from `process.env` or the like. An empty variable counts as absent. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): LoadedConfig {
  const given = Object.fromEntries(
    Object.keys(Environment.properties).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const read: unknown = Value.Convert(Environment, Value.Default(Environment, given));
  if (!environment.Check(read)) return { ok: false, findings: schemaFindings(read) };

  const { secrets, warnings, ...unfit } = readSecrets({
    value: read.RENDEV_SECRET,
    file: read.RENDEV_SECRET_FILE,
    production: read.RENDEV_ENV === 'production',
  });
  const turn = readTurnSecret({
    value: read.RENDEV_TURN_SECRET,
    file: read.RENDEV_TURN_SECRET_FILE,
    secretId: read.RENDEV_TURN_SECRET_ID,
  });
  const findings = [
    ...turnFindings(read, turn),
    ...proxyFindings(read),
    ...nodeFindings(read),
    ...unfit.findings,
  ];
  if (secrets === undefined || !turn.ok || findings.length > 0) return { ok: false, findings };
  return { ok: true, value: toConfig(read, secrets, turn.value), warnings };
}

function schemaFindings(read: unknown): ConfigFinding[] {
  const names = new Set(environment.Errors(read).map((error) => error.instancePath.slice(1)));
  return Object.entries(Environment.properties)
    .filter(([name]) => names.has(name))
    .map(([variable, schema]) => ({
      variable,
      message: `must be ${'description' in schema ? String(schema.description) : 'another value'}`,
    }));
}

function turnFindings({ RENDEV_TURN_URLS: urls }: Environment, read: TurnSecretRead) {
  if (!read.ok) return read.findings;
  if ((urls === undefined) === (read.value === undefined)) return [];
  const [missing, present] =
    urls === undefined
      ? ['RENDEV_TURN_URLS', 'RENDEV_TURN_SECRET']
      : ['RENDEV_TURN_SECRET', 'RENDEV_TURN_URLS'];
  return [{ variable: missing, message: `is missing beside ${present}` }];
}

function proxyFindings({ RENDEV_TRUST_PROXY: value }: Environment): ConfigFinding[] {
  if (isTrustedProxy(value)) return [];
  const message = 'must be true, false, or a comma-separated list of addresses';
  return [{ variable: 'RENDEV_TRUST_PROXY', message }];
}

/** Many machines cannot share a file. */
function nodeFindings({ REDIS_URL: redis, DATABASE_URL: database }: Environment): ConfigFinding[] {
  const findings: ConfigFinding[] = [];
  for (const [variable, url] of Object.entries({ REDIS_URL: redis, DATABASE_URL: database })) {
    if (url !== undefined && !URL.canParse(url)) findings.push({ variable, message: 'is no URL' });
  }
  if (redis !== undefined && database === undefined) {
    findings.push({ variable: 'DATABASE_URL', message: 'is missing beside REDIS_URL' });
  }
  return findings;
}

function toConfig(
  read: Environment,
  [secret, ...previousSecrets]: Secrets,
  turnSecret: TurnSecret | undefined,
): Config {
  const { RENDEV_TURN_URLS: urls } = read;
  return {
    port: read.RENDEV_PORT,
    host: read.RENDEV_HOST,
    database: read.DATABASE_URL ?? read.RENDEV_DATABASE,
    redis: read.REDIS_URL ?? null,
    secret,
    ...(previousSecrets.length > 0 && { previousSecrets }),
    production: read.RENDEV_ENV === 'production',
    trustProxy: parseTrustProxy(read.RENDEV_TRUST_PROXY),
    logLevel: read.RENDEV_LOG_LEVEL,
    turn:
      urls === undefined || turnSecret === undefined
        ? null
        : {
            ...turnSecret,
            urls: urls.split(',').map((url) => url.trim()),
            ttlSeconds: read.RENDEV_TURN_TTL_S,
          },
    widgetDir: read.RENDEV_WIDGET_DIR ?? installedWidget(),
    graceMs: read.RENDEV_GRACE_MS,
    goodbyeMs: read.RENDEV_GOODBYE_MS,
    drainMs: read.RENDEV_DRAIN_MS,
  };
}
