import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Finding } from '../settings/finding.ts';
import { replaceFile } from '../settings/replace-file.ts';
import { TurnSettings } from '../settings/turn-settings.ts';
import { validateSettings } from '../settings/validate.ts';
import { newSecret } from './new-secret.ts';

export type Written =
  | { ok: true; files: string[] }
  | { ok: false; reason: 'exists'; file: string }
  | { ok: false; reason: 'invalid'; findings: Finding[] };

/** Writes the secret, the schema and, last, turn.json. Never writes over a secret. */
export function writeNewConfig(file: string, settings: TurnSettings): Written {
  const validated = validateSettings(settings);
  if (!validated.ok) return { ok: false, reason: 'invalid', findings: validated.findings };

  const folder = dirname(file);
  const schemaFile = resolve(folder, 'turn.schema.json');
  const secretFiles = settings.secrets.map((secret) => resolve(folder, secret.file));
  const existing = [file, ...secretFiles].find((path) => existsSync(path));
  if (existing !== undefined) return { ok: false, reason: 'exists', file: existing };

  for (const path of secretFiles) replaceFile(path, `${newSecret()}\n`, 0o600);
  replaceFile(schemaFile, settingsSchema(), 0o644);
  replaceFile(file, settingsJson(settings), 0o644);
  return { ok: true, files: [file, schemaFile, ...secretFiles] };
}

export function settingsJson(settings: TurnSettings): string {
  return `${JSON.stringify(settings, null, 2)}\n`;
}

function settingsSchema(): string {
  const $schema = 'https://json-schema.org/draft/2020-12/schema';
  return `${JSON.stringify({ $schema, ...TurnSettings }, null, 2)}\n`;
}
