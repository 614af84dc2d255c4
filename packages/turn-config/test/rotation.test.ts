import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { writeNewConfig } from '../src/init/write-new-config.ts';
import { advanceRotation, type Advanced } from '../src/rotation/rotation.ts';
import { loadConfig } from '../src/settings/load.ts';
import type { TurnConfig } from '../src/settings/turn-config.ts';
import { defaultSettings, type TurnSettings } from '../src/settings/turn-settings.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const T0 = Date.parse('2026-01-01T00:00:00Z');
const TTL_MS = 7_200_000;

type Refusing = (settings: TurnSettings, secret: string) => Promise<string[]>;
const nobodyRefuses: Refusing = () => Promise.resolve([]);

function newSettings(folder: string): string {
  const file = join(folder, 'turn.json');
  assert.ok(writeNewConfig(file, defaultSettings('turn.example.com')).ok);
  return file;
}

function config(file: string): TurnConfig {
  const loaded = loadConfig(file);
  assert.ok(loaded.ok, JSON.stringify(loaded));
  return loaded.config;
}

function ids(file: string): string[] {
  return config(file).secrets.map(({ id }) => id);
}

function go(file: string, now = T0, refusingServers = nobodyRefuses): Promise<Advanced> {
  return advanceRotation({ file, now, refusingServers });
}

function done(advanced: Advanced): string {
  return advanced.ok ? advanced.done : advanced.reason;
}

describe('rotation', () => {
  it('adds, switches, waits one lifetime, removes', async (context) => {
    const folder = temporaryFolder(context);
    const file = newSettings(folder);
    const old = config(file).secrets[0].value;

    assert.equal(done(await go(file)), 'added');
    assert.deepEqual(ids(file), ['first', 'secret-2'], 'both accepted, the old one signs');

    assert.equal(done(await go(file)), 'switched');
    assert.deepEqual(ids(file), ['secret-2', 'first'], 'both accepted, the new one signs');

    const untilMs = T0 + TTL_MS;
    const waiting = { ok: true, done: 'waiting', from: 'first', to: 'secret-2', untilMs };
    assert.deepEqual(await go(file), waiting);
    assert.deepEqual(await go(file, untilMs - 1), waiting);
    assert.deepEqual(ids(file), ['secret-2', 'first']);

    assert.equal(done(await go(file, untilMs)), 'removed');
    assert.deepEqual(ids(file), ['secret-2']);
    assert.notEqual(config(file).secrets[0].value, old);
    assert.deepEqual(readdirSync(folder).sort(), [
      'turn-secret-2',
      'turn.json',
      'turn.schema.json',
    ]);

    assert.equal(done(await go(file)), 'added');
    assert.deepEqual(ids(file), ['secret-2', 'secret-3']);
  });

  it('does not switch before every server knows the new secret', async (context) => {
    const file = newSettings(temporaryFolder(context));
    await go(file);
    const secret = config(file).secrets[1]?.value;
    const asked: string[] = [];
    const refusing: Refusing = (_, value) => {
      asked.push(value);
      return Promise.resolve(['turn:a']);
    };
    const refused = await go(file, T0, refusing);
    assert.deepEqual(refused, {
      ok: false,
      reason: 'not-accepted',
      to: 'secret-2',
      uris: ['turn:a'],
    });
    assert.deepEqual(asked, [secret]);
    assert.deepEqual(ids(file), ['first', 'secret-2']);
    assert.equal(done(await go(file)), 'switched');
  });

  it('does each step again that was cut short', async (context) => {
    const file = newSettings(temporaryFolder(context));
    const state = join(dirname(file), 'turn-rotation.json');
    const restore = (text: string): void => {
      writeFileSync(file, text);
    };

    const beforeAdding = readFileSync(file, 'utf8');
    await go(file);
    const secret = readFileSync(join(dirname(file), 'turn-secret-2'), 'utf8');
    restore(beforeAdding);
    writeFileSync(state, JSON.stringify({ from: 'first', to: 'secret-2', step: 'add' }));
    assert.equal(done(await go(file)), 'added');
    assert.equal(readFileSync(join(dirname(file), 'turn-secret-2'), 'utf8'), secret);

    const beforeSwitching = readFileSync(state, 'utf8');
    await go(file);
    writeFileSync(state, beforeSwitching);
    assert.equal(done(await go(file)), 'switched');
    assert.deepEqual(ids(file), ['secret-2', 'first']);

    await go(file);
    const beforeRemoving = readFileSync(state, 'utf8');
    const late = T0 + TTL_MS;
    await go(file, late);
    writeFileSync(state, beforeRemoving);
    assert.equal(done(await go(file, late)), 'removed');
    assert.ok(!existsSync(state));
    assert.deepEqual(ids(file), ['secret-2']);
  });

  it('touches nothing when its notes or the settings are spoilt', async (context) => {
    const file = newSettings(temporaryFolder(context));
    const state = join(dirname(file), 'turn-rotation.json');
    for (const text of ['', '{', '{}', '{"from":"first","to":"x","step":"dance"}']) {
      writeFileSync(state, text);
      assert.deepEqual(await go(file), { ok: false, reason: 'rotation-unreadable', file: state });
    }
    assert.deepEqual(ids(file), ['first']);
    writeFileSync(file, '{}');
    assert.equal(done(await go(file)), 'invalid');
  });
});
