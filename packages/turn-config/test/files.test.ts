import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { writeNewConfig } from '../src/init/write-new-config.ts';
import type { FindingCode } from '../src/settings/finding.ts';
import { loadConfig } from '../src/settings/load.ts';
import { replaceFile } from '../src/settings/replace-file.ts';
import { hostFindings } from '../src/settings/rules/host-rules.ts';
import { defaultSettings } from '../src/settings/turn-settings.ts';
import { ownAddress } from './support/coturn.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const settings = defaultSettings('turn.example.com');

describe('files', () => {
  it('are replaced whole or not at all', (context) => {
    const folder = temporaryFolder(context);
    const file = join(folder, 'a', 'secret');
    replaceFile(file, 'one', 0o600);
    assert.equal(readFileSync(file, 'utf8'), 'one');
    assert.equal(statSync(file).mode & 0o777, 0o600);

    const occupied = join(folder, 'occupied');
    mkdirSync(join(occupied, 'by a folder'), { recursive: true });
    assert.throws(() => {
      replaceFile(occupied, 'two', 0o600);
    });
    assert.deepEqual(readdirSync(folder).sort(), ['a', 'occupied']);
  });
});

describe('new settings', () => {
  it('stand beside their schema and a secret of their own', (context) => {
    const folder = temporaryFolder(context);
    const file = join(folder, 'turn.json');
    const written = writeNewConfig(file, settings);
    assert.ok(written.ok);
    const loaded = loadConfig(file);
    assert.ok(loaded.ok);
    assert.deepEqual(loaded.config.settings, settings);
    assert.match(loaded.config.secrets[0].value, /^[A-Za-z0-9_-]{43}$/);
    assert.equal(statSync(join(folder, 'turn-secret-first')).mode & 0o777, 0o600);
    const schema: unknown = JSON.parse(readFileSync(join(folder, 'turn.schema.json'), 'utf8'));
    assert.ok(typeof schema === 'object' && schema && '$schema' in schema);
  });

  it('never take the place of others', (context) => {
    const folder = temporaryFolder(context);
    const file = join(folder, 'turn.json');
    assert.ok(writeNewConfig(file, settings).ok);
    const secret = readFileSync(join(folder, 'turn-secret-first'), 'utf8');
    assert.deepEqual(writeNewConfig(file, settings), { ok: false, reason: 'exists', file });
    assert.equal(readFileSync(join(folder, 'turn-secret-first'), 'utf8'), secret);
  });

  it('leave nothing behind when they are wrong', (context) => {
    const folder = temporaryFolder(context);
    const written = writeNewConfig(join(folder, 'turn.json'), { ...settings, realm: '' });
    assert.ok(!written.ok && written.reason === 'invalid');
    assert.deepEqual(readdirSync(folder), []);
  });
});

describe('secrets', () => {
  const wrong: [string, FindingCode][] = [
    ['', 'secret-empty'],
    ['\n', 'secret-empty'],
    ['short', 'secret-short'],
    ['a'.repeat(40), 'secret-weak'],
    ['${TURN_SECRET}-but-long-enough-to-pass-by-length', 'secret-characters'],
    ['=leading-equals-sign-is-swallowed-by-coturn', 'secret-characters'],
    ['quotes"are-not-what-they-seem-to-be-in-coturn', 'secret-characters'],
    ['a-comment#is-not-what-it-seems-to-be-in-coturn', 'secret-characters'],
  ];
  for (const [value, code] of wrong) {
    it(`${code} for ${JSON.stringify(value)}`, (context) => {
      assert.deepEqual(loadWithSecret(temporaryFolder(context), value, 0o600), [code]);
    });
  }

  it('are for one user only', (context) => {
    const folder = temporaryFolder(context);
    const value = 'kX3vQ9pL2mN8rT5wY7zB4cD6fG1hJ0sA';
    assert.deepEqual(loadWithSecret(folder, value, 0o640), ['secret-exposed']);
    assert.deepEqual(loadWithSecret(folder, value, 0o600), []);
  });

  it('must be there', (context) => {
    const file = join(temporaryFolder(context), 'turn.json');
    writeFileSync(file, JSON.stringify(settings));
    assert.deepEqual(codes(file), ['secret-unreadable']);
  });

  it('have ids of their own', (context) => {
    const folder = temporaryFolder(context);
    const file = join(folder, 'turn.json');
    assert.ok(writeNewConfig(file, settings).ok);
    const [secret] = settings.secrets;
    assert.ok(secret);
    writeFileSync(file, JSON.stringify({ ...settings, secrets: [secret, secret] }));
    assert.deepEqual(codes(file), ['secret-repeated']);
  });

  function loadWithSecret(folder: string, value: string, mode: number): FindingCode[] {
    const file = join(folder, 'turn.json');
    const secretFile = join(folder, 'turn-secret-first');
    writeFileSync(file, JSON.stringify(settings));
    writeFileSync(secretFile, value);
    chmodSync(secretFile, mode);
    return codes(file);
  }
});

describe('settings files', () => {
  it('must be there and be JSON', (context) => {
    const file = join(temporaryFolder(context), 'turn.json');
    assert.deepEqual(codes(file), ['settings-unreadable']);
    writeFileSync(file, '{');
    assert.deepEqual(codes(file), ['settings-unreadable']);
    assert.ok(existsSync(file));
  });
});

describe('the machine of coturn', () => {
  it('has the address and reads the keys', (context) => {
    const folder = temporaryFolder(context);
    const certificate = join(folder, 'fullchain.pem');
    const tls = { certificate, privateKey: join(folder, 'privkey.pem') };
    writeFileSync(certificate, '');
    const here = { source: 'static' as const, local: ownAddress(), public: '203.0.113.10' };
    const elsewhere = { ...here, local: '10.255.254.253' };
    const found = (addresses: typeof here): string[] =>
      hostFindings({ ...settings, tls, addresses }).map(({ code, field }) => `${code} ${field}`);
    assert.deepEqual(found(here), ['tls-unreadable tls.privateKey']);
    assert.deepEqual(found(elsewhere), [
      'address-not-local addresses.local',
      'tls-unreadable tls.privateKey',
    ]);
  });
});

function codes(file: string): FindingCode[] {
  const loaded = loadConfig(file);
  return loaded.ok ? [] : loaded.findings.map(({ code }) => code);
}
