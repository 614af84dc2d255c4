import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseEnv } from 'node:util';
import { defaultSettings, render, turnUrls } from '@rendev/turn-config';
import { loadConfig } from './config.ts';

const SECRET = 'Wq3-8fTz_2LmRk7YpVx5NcB9sHdJgA1e';

const valueOf = (env: Record<string, string>) => {
  const loaded = loadConfig({ RENDEV_SECRET: SECRET, ...env });
  assert.ok(loaded.ok);
  return loaded.value;
};
/** The variables that are found unfit. */
const unfit = (env: Record<string, string>) => {
  const loaded = loadConfig(env);
  assert.ok(!loaded.ok);
  for (const { message } of loaded.findings) {
    for (const value of Object.values(env)) assert.ok(value.length < 8 || !message.includes(value));
  }
  return loaded.findings.map(({ variable }) => variable);
};

describe('loadConfig', () => {
  it('needs a secret and nothing else', () => {
    const { widgetDir, ...config } = valueOf({});
    assert.match(widgetDir ?? '', /packages\/widget\/dist\/$/);
    assert.deepEqual(config, {
      port: 3030,
      host: '127.0.0.1',
      database: './rendev.sqlite',
      redis: null,
      secret: SECRET,
      production: true,
      trustProxy: false,
      logLevel: 'info',
      turn: null,
      graceMs: 30_000,
      goodbyeMs: 5_000,
      drainMs: 0,
    });
  });

  it('refuses a store that ends with the process', () => {
    const env = { RENDEV_SECRET: SECRET, RENDEV_DATABASE: ':memory:' };
    assert.deepEqual(unfit(env), ['RENDEV_DATABASE']);
  });

  it('reads every variable', () => {
    assert.deepEqual(
      valueOf({
        RENDEV_PORT: '0',
        RENDEV_HOST: '::',
        RENDEV_DATABASE: '/data/x.sqlite',
        RENDEV_ENV: 'development',
        RENDEV_TRUST_PROXY: 'loopback, 10.0.0.0/8',
        RENDEV_LOG_LEVEL: 'debug',
        RENDEV_TURN_URLS: 'turn:a.test:3478 , turns:a.test:443?transport=tcp',
        RENDEV_TURN_SECRET: SECRET,
        RENDEV_TURN_SECRET_ID: 'secret-2',
        RENDEV_TURN_TTL_S: '14400',
        RENDEV_WIDGET_DIR: '/srv/widget',
        RENDEV_GRACE_MS: '100',
        RENDEV_GOODBYE_MS: '50',
        RENDEV_DRAIN_MS: '2000',
      }),
      {
        port: 0,
        host: '::',
        database: '/data/x.sqlite',
        redis: null,
        secret: SECRET,
        production: false,
        trustProxy: 'loopback, 10.0.0.0/8',
        logLevel: 'debug',
        turn: {
          urls: ['turn:a.test:3478', 'turns:a.test:443?transport=tcp'],
          secret: SECRET,
          secretId: 'secret-2',
          ttlSeconds: 14_400,
        },
        widgetDir: '/srv/widget',
        graceMs: 100,
        goodbyeMs: 50,
        drainMs: 2_000,
      },
    );
  });

  it('takes PostgreSQL before a file, and Redis beside it', () => {
    const urls = { DATABASE_URL: 'postgres://u:p@db/rendev', REDIS_URL: 'rediss://r:6380' };
    const { database, redis } = valueOf({ ...urls, RENDEV_DATABASE: '/data/x.sqlite' });
    assert.deepEqual([database, redis], [urls.DATABASE_URL, urls.REDIS_URL]);
  });

  it('refuses URLs of something else, and many machines on a file', () => {
    assert.deepEqual(unfit({ DATABASE_URL: 'mysql://db/rendev', REDIS_URL: 'localhost:6379' }), [
      'DATABASE_URL',
      'REDIS_URL',
    ]);
    assert.deepEqual(unfit({ RENDEV_SECRET: SECRET, REDIS_URL: 'redis://localhost' }), [
      'DATABASE_URL',
    ]);
  });

  it('takes an empty variable for none', () => {
    assert.equal(valueOf({ RENDEV_PORT: '', RENDEV_TURN_URLS: '' }).port, 3030);
  });

  for (const [what, secret] of [
    ['missing', ''],
    ['short', 'Wq3-8fTz'],
    ['default', 'change-me-change-me-change-me-change-me'],
    ['default', 'please-CHANGEME-before-production-0123456789'],
    ['repeating', 'a'.repeat(64)],
    ['repeating', 'abcdefghijkl'.repeat(4)],
    ['poor', 'abcabdabeabfabcabdabeabfabgabcabdabe'],
  ] as const) {
    it(`refuses a ${what} secret in production, naming the variable`, () => {
      assert.deepEqual(unfit({ RENDEV_SECRET: secret }), ['RENDEV_SECRET']);
    });
  }

  it('takes the secrets from a file, the first to sign', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'rendev-secrets-'));
    t.after(() => {
      rmSync(folder, { recursive: true });
    });
    const file = join(folder, 'secrets');
    const env = { RENDEV_SECRET: '', RENDEV_SECRET_FILE: file };
    assert.deepEqual(unfit(env), ['RENDEV_SECRET_FILE'], 'there is none');
    writeFileSync(file, '\n');
    assert.deepEqual(unfit(env), ['RENDEV_SECRET_FILE'], 'it is empty');
    writeFileSync(file, `${SECRET}\nshort\n`);
    assert.deepEqual(unfit(env), ['RENDEV_SECRET_FILE'], 'a line is unfit');
    writeFileSync(file, `${SECRET}\r\n${SECRET.toLowerCase()}\n`);
    const { secret, previousSecrets } = valueOf(env);
    assert.deepEqual([secret, previousSecrets], [SECRET, [SECRET.toLowerCase()]]);
    assert.deepEqual(unfit({ ...env, RENDEV_SECRET: SECRET }), ['RENDEV_SECRET_FILE'], 'both');
  });

  it('makes a random secret in development, and warns', () => {
    const [first, second] = [1, 2].map(() => loadConfig({ RENDEV_ENV: 'development' }));
    assert.ok(first?.ok && second?.ok);
    assert.ok(first.value.secret.length >= 32);
    assert.notEqual(first.value.secret, second.value.secret);
    assert.deepEqual(
      first.warnings.map(({ variable }) => variable),
      ['RENDEV_SECRET'],
    );
  });

  it('finds everything that is unfit at once', () => {
    const schema = unfit({
      RENDEV_PORT: '99999',
      RENDEV_ENV: 'staging',
      RENDEV_LOG_LEVEL: 'loud',
      RENDEV_TURN_URLS: 'https://turn.test',
      RENDEV_GRACE_MS: 'soon',
    });
    assert.deepEqual(schema, [
      'RENDEV_PORT',
      'RENDEV_ENV',
      'RENDEV_LOG_LEVEL',
      'RENDEV_TURN_URLS',
      'RENDEV_GRACE_MS',
    ]);
    const rules = unfit({ RENDEV_TURN_URLS: 'turn:a.test', RENDEV_TRUST_PROXY: '2' });
    assert.deepEqual(rules.sort(), ['RENDEV_SECRET', 'RENDEV_TRUST_PROXY', 'RENDEV_TURN_SECRET']);
  });

  it('wants TURN whole, with a secret as strong as the other', () => {
    const base = { RENDEV_SECRET: SECRET };
    assert.deepEqual(unfit({ ...base, RENDEV_TURN_SECRET: SECRET }), ['RENDEV_TURN_URLS']);
    const weak = { ...base, RENDEV_TURN_URLS: 'turn:a.test', RENDEV_TURN_SECRET: 'change-me' };
    assert.deepEqual(unfit(weak), ['RENDEV_TURN_SECRET']);
  });

  it('takes the secret of TURN from a file, and its name if it is there', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'rendev-secrets-'));
    t.after(() => {
      rmSync(folder, { recursive: true });
    });
    const file = join(folder, 'turn-secret');
    const env = {
      RENDEV_SECRET: SECRET,
      RENDEV_TURN_URLS: 'turn:a.test',
      RENDEV_TURN_SECRET_FILE: file,
    };
    assert.deepEqual(unfit(env), ['RENDEV_TURN_SECRET_FILE'], 'there is none');
    const unfitTexts = {
      'it is empty': '\n',
      'a weak secret': 'change-me',
      'a name that is none': `${SECRET} secret.2`,
      'more than a name': `${SECRET} secret-2 since Monday`,
    };
    for (const [what, text] of Object.entries(unfitTexts)) {
      writeFileSync(file, text);
      assert.deepEqual(unfit(env), ['RENDEV_TURN_SECRET_FILE'], what);
    }
    const read = (text: string) => {
      writeFileSync(file, text);
      const { turn } = valueOf(env);
      return [turn?.secret, turn?.secretId];
    };
    assert.deepEqual(read(`${SECRET}\n`), [SECRET, 'first']);
    assert.deepEqual(read(`${SECRET} secret-2\r\nthe one before\n`), [SECRET, 'secret-2']);
    const both = { ...env, RENDEV_TURN_SECRET: SECRET };
    assert.deepEqual(unfit(both), ['RENDEV_TURN_SECRET_FILE'], 'both');
    assert.deepEqual(unfit({ ...env, RENDEV_TURN_URLS: '' }), ['RENDEV_TURN_URLS']);
  });

  it('lets TURN credentials live two hours, or one to four', () => {
    const turn = { RENDEV_TURN_URLS: 'turn:a.test', RENDEV_TURN_SECRET: SECRET };
    assert.equal(valueOf(turn).turn?.ttlSeconds, 7_200);
    for (const ttl of ['3599', '14401', '1.5h']) {
      const env = { RENDEV_SECRET: SECRET, ...turn, RENDEV_TURN_TTL_S: ttl };
      assert.deepEqual(unfit(env), ['RENDEV_TURN_TTL_S']);
    }
  });

  it('reads what rendev-turn renders for it', () => {
    const settings = { ...defaultSettings('turn.example.com'), credentialTtlSeconds: 3_600 };
    const turn = { settings, secrets: [{ id: 'secret-2', value: SECRET }] } as const;
    const rendered = render('env', { ...turn, secrets: [...turn.secrets] });
    assert.ok(rendered.ok);
    const env = parseEnv(rendered.artifacts[0]?.text ?? '') as Record<string, string>;
    assert.deepEqual(valueOf(env).turn, {
      urls: turnUrls(settings),
      secret: SECRET,
      secretId: 'secret-2',
      ttlSeconds: 3_600,
    });
  });

  it('trusts proxies by address only', () => {
    for (const value of ['true', 'false', '::1', '10.0.0.0/8,fd00::/8', 'uniquelocal']) {
      valueOf({ RENDEV_TRUST_PROXY: value });
    }
    for (const value of ['1', 'yes', '10.0.0.0/33', 'proxy.test', '10.0.0.1,', '1.2.3.4/8/8']) {
      assert.deepEqual(unfit({ RENDEV_SECRET: SECRET, RENDEV_TRUST_PROXY: value }), [
        'RENDEV_TRUST_PROXY',
      ]);
    }
  });
});
