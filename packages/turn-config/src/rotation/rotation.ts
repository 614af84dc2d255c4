import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { newSecret } from '../init/new-secret.ts';
import { settingsJson } from '../init/write-new-config.ts';
import type { Finding } from '../settings/finding.ts';
import { loadConfig } from '../settings/load.ts';
import { replaceFile } from '../settings/replace-file.ts';
import type { TurnConfig } from '../settings/turn-config.ts';
import type { TurnSettings } from '../settings/turn-settings.ts';

/**
 * add (both accepted, the old one signs) -> switch (the new one signs) -> wait (one lifetime of a
 * credential) -> remove. In this order no credential is ever refused that has not ended.
 */
const Rotation = Type.Object({
  from: Type.String(),
  to: Type.String(),
  /** The step that is under way; done again when it was cut short. */
  step: Type.Enum(['add', 'switch', 'wait', 'remove']),
  /** Milliseconds since 1970; when the issuer was said to sign with the new secret. */
  waitsSince: Type.Optional(Type.Number()),
});
type Rotation = Type.Static<typeof Rotation>;

export type Advanced =
  | { ok: true; done: 'added'; from: string; to: string; realm: string; secretFile: string }
  | { ok: true; done: 'switched' | 'removed'; from: string; to: string }
  | { ok: true; done: 'waiting'; from: string; to: string; untilMs: number }
  | { ok: false; reason: 'not-accepted'; to: string; uris: string[] }
  | { ok: false; reason: 'invalid'; findings: Finding[] }
  | { ok: false; reason: 'rotation-unreadable'; file: string };

export interface RotationOptions {
  /** Path of turn.json. */
  file: string;
  /** Milliseconds since 1970. */
  now: number;
  /** The URLs of servers that do not know a secret yet. */
  refusingServers: (settings: TurnSettings, secret: string) => Promise<string[]>;
}

/** Goes one step further, or says what it waits for. Every step may be repeated. */
export async function advanceRotation(options: RotationOptions): Promise<Advanced> {
  const { file, now } = options;
  const loaded = load(file);
  if ('ok' in loaded) return loaded;
  const { config, rotation, stateFile } = loaded;
  const { from, to } = rotation;

  switch (rotation.step) {
    case 'add': {
      saveRotation(stateFile, rotation);
      const secretFile = resolve(dirname(file), secretFileName(to));
      if (!existsSync(secretFile)) replaceFile(secretFile, `${newSecret()}\n`, 0o600);
      saveOrder(file, config.settings, [from, to]);
      saveRotation(stateFile, { from, to, step: 'switch' });
      return { ok: true, done: 'added', from, to, realm: config.settings.realm, secretFile };
    }
    case 'switch': {
      const secret = config.secrets.find(({ id }) => id === to)?.value ?? '';
      const uris = await options.refusingServers(config.settings, secret);
      if (uris.length > 0) return { ok: false, reason: 'not-accepted', to, uris };
      saveOrder(file, config.settings, [to, from]);
      saveRotation(stateFile, { from, to, step: 'wait' });
      return { ok: true, done: 'switched', from, to };
    }
    case 'wait': {
      saveRotation(stateFile, { from, to, step: 'remove', waitsSince: now });
      return { ok: true, done: 'waiting', from, to, untilMs: endOfWait(now, config) };
    }
    case 'remove': {
      const untilMs = endOfWait(rotation.waitsSince ?? now, config);
      if (now < untilMs) return { ok: true, done: 'waiting', from, to, untilMs };
      const old = config.settings.secrets.find(({ id }) => id === from);
      saveOrder(file, config.settings, [to]);
      if (old) rmSync(resolve(dirname(file), old.file), { force: true });
      rmSync(stateFile);
      return { ok: true, done: 'removed', from, to };
    }
  }
}

interface Standing {
  config: TurnConfig;
  rotation: Rotation;
  stateFile: string;
}

function load(file: string): Standing | Extract<Advanced, { ok: false }> {
  const stateFile = join(dirname(file), 'turn-rotation.json');
  const loaded = loadConfig(file);
  if (!loaded.ok) return { ok: false, reason: 'invalid', findings: loaded.findings };
  const { config } = loaded;
  if (!existsSync(stateFile)) {
    const from = config.secrets[0].id;
    return { config, rotation: { from, to: nextId(config), step: 'add' }, stateFile };
  }
  try {
    const rotation: unknown = JSON.parse(readFileSync(stateFile, 'utf8'));
    if (Value.Check(Rotation, rotation)) return { config, rotation, stateFile };
  } catch {
    // Told below, like a file of another form.
  }
  return { ok: false, reason: 'rotation-unreadable', file: stateFile };
}

/** `first` is followed by `secret-2`, that by `secret-3`. */
function nextId({ secrets }: TurnConfig): string {
  const numbers = secrets.map(({ id }) => Number(/^secret-(\d+)$/.exec(id)?.[1] ?? 1));
  return `secret-${Math.max(...numbers) + 1}`;
}

function secretFileName(id: string): string {
  return `turn-${id}`;
}

function endOfWait(since: number, { settings }: TurnConfig): number {
  return since + settings.credentialTtlSeconds * 1_000;
}

function saveOrder(file: string, settings: TurnSettings, ids: string[]): void {
  const secrets = ids.map(
    (id) => settings.secrets.find((secret) => secret.id === id) ?? { id, file: secretFileName(id) },
  );
  replaceFile(file, settingsJson({ ...settings, secrets }), 0o644);
}

function saveRotation(stateFile: string, rotation: Rotation): void {
  replaceFile(stateFile, `${JSON.stringify(rotation, null, 2)}\n`, 0o644);
}
