import { randomBytes } from 'node:crypto';
import { LIMITS } from '@rendev/interview-protocol';
import { DEFAULT_TTL_SECONDS } from '@rendev/turn-config';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import { secretFault } from './secret-fault.ts';
import { isTrustedProxy, parseTrustProxy } from './trust-proxy.ts';
import { installedWidget } from './widget-folder.ts';

/** What the process is told from outside. Times are ms. */
export interface Config {
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  /** Path of the SQLite file. */
  readonly database: string;
  /**
   * The one master secret; every key is derived from it. With another secret the tickets and
   * interview codes that were given out stop working.
   */
  readonly secret: string;
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
}

/** The TURN servers that people get, and what their credentials are signed with. */
export interface TurnConfig {
  /** stun:, turn: and turns: URLs of one or more servers, in the order of preference. */
  readonly urls: readonly string[];
  /** Shared with every server of `urls`; during a rotation they accept the one before, too. */
  readonly secret: string;
  /** The secret's name, the only part of it that is ever logged or counted. */
  readonly secretId: string;
  /** Life of credentials in seconds, 1 h to 4 h. */
  readonly ttlSeconds: number;
}

/** Something in the environment that the server cannot start with. Never holds the value itself. */
export interface ConfigFinding {
  readonly variable: string;
  readonly message: string;
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
    default: './rendev.sqlite',
    description: 'the path of an SQLite file',
  }),
  RENDEV_SECRET: Type.Optional(Type.String({ description: 'a string' })),
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
  RENDEV_TURN_SECRET_ID: Type.String({
    pattern: '^[A-Za-z0-9_-]{1,64}$',
    default: 'first',
    description: 'a name of letters, digits, _ and -, 64 at most',
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

  const findings = [...turnFindings(read), ...proxyFindings(read)];
  const warnings: ConfigFinding[] = [];
  const secret = chooseSecret(read, findings, warnings);
  if (findings.length > 0) return { ok: false, findings };
  return { ok: true, value: toConfig(read, secret), warnings };
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

function chooseSecret(
  { RENDEV_SECRET: given, RENDEV_ENV }: Environment,
  findings: ConfigFinding[],
  warnings: ConfigFinding[],
): string {
  const fault = given === undefined ? 'is missing' : secretFault(given);
  if (fault === undefined) return given ?? '';
  const message = `${fault}; make one with: openssl rand -base64 48`;
  if (RENDEV_ENV === 'production') {
    findings.push({ variable: 'RENDEV_SECRET', message });
    return '';
  }
  const consequence =
    given === undefined ? '; a random one serves until this process ends, then codes are void' : '';
  warnings.push({ variable: 'RENDEV_SECRET', message: message + consequence });
  return given ?? randomBytes(48).toString('base64');
}

function turnFindings(read: Environment): ConfigFinding[] {
  const { RENDEV_TURN_URLS: urls, RENDEV_TURN_SECRET: secret } = read;
  if (urls === undefined && secret === undefined) return [];
  if (urls === undefined) {
    return [{ variable: 'RENDEV_TURN_URLS', message: 'is missing beside RENDEV_TURN_SECRET' }];
  }
  const fault = secret === undefined ? 'is missing beside RENDEV_TURN_URLS' : secretFault(secret);
  return fault === undefined ? [] : [{ variable: 'RENDEV_TURN_SECRET', message: fault }];
}

function proxyFindings({ RENDEV_TRUST_PROXY: value }: Environment): ConfigFinding[] {
  if (isTrustedProxy(value)) return [];
  const message = 'must be true, false, or a comma-separated list of addresses';
  return [{ variable: 'RENDEV_TRUST_PROXY', message }];
}

function toConfig(read: Environment, secret: string): Config {
  const { RENDEV_TURN_URLS: urls, RENDEV_TURN_SECRET: turnSecret } = read;
  return {
    port: read.RENDEV_PORT,
    host: read.RENDEV_HOST,
    database: read.RENDEV_DATABASE,
    secret,
    production: read.RENDEV_ENV === 'production',
    trustProxy: parseTrustProxy(read.RENDEV_TRUST_PROXY),
    logLevel: read.RENDEV_LOG_LEVEL,
    turn:
      urls === undefined || turnSecret === undefined
        ? null
        : {
            urls: urls.split(',').map((url) => url.trim()),
            secret: turnSecret,
            secretId: read.RENDEV_TURN_SECRET_ID,
            ttlSeconds: read.RENDEV_TURN_TTL_S,
          },
    widgetDir: read.RENDEV_WIDGET_DIR ?? installedWidget(),
    graceMs: read.RENDEV_GRACE_MS,
    goodbyeMs: read.RENDEV_GOODBYE_MS,
  };
}
