import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { error, type Finding } from './finding.ts';
import { secretFindings } from './rules/secret-rules.ts';
import type { Secret, TurnConfig } from './turn-config.ts';
import type { TurnSettings } from './turn-settings.ts';
import { validateSettings } from './validate.ts';

export type Loaded = { ok: true; config: TurnConfig } | { ok: false; findings: Finding[] };

/** Reads turn.json and the secret files that it names. */
export function loadConfig(file: string): Loaded {
  const json = readJson(file);
  if (!json.ok) return json;
  const validated = validateSettings(json.value);
  if (!validated.ok) return validated;
  return withSecrets(validated.settings, dirname(file));
}

function withSecrets(settings: TurnSettings, folder: string): Loaded {
  const secrets: Secret[] = [];
  const findings: Finding[] = [];
  for (const [index, { id, file }] of settings.secrets.entries()) {
    const field = `secrets.${index}.file`;
    const path = resolve(folder, file);
    try {
      if ((statSync(path).mode & 0o077) !== 0) {
        findings.push(
          error('secret-exposed', field, `${path} is open to other users`, `chmod 600 ${path}`),
        );
      }
      secrets.push({ id, value: readFileSync(path, 'utf8').replace(/\r?\n$/, '') });
    } catch {
      const mend = 'Put the file back, or make a new secret with `rendev-turn rotate`.';
      findings.push(error('secret-unreadable', field, `${path} cannot be read`, mend));
    }
  }
  findings.push(...secretFindings(secrets));
  const [first, ...others] = secrets;
  if (findings.length > 0 || !first) return { ok: false, findings };
  return { ok: true, config: { settings, secrets: [first, ...others] } };
}

function readJson(file: string): { ok: true; value: unknown } | { ok: false; findings: Finding[] } {
  try {
    return { ok: true, value: JSON.parse(readFileSync(file, 'utf8')) as unknown };
  } catch (cause) {
    const message = `${file}: ${cause instanceof Error ? cause.message : String(cause)}`;
    const mend = 'Begin with `rendev-turn init`.';
    return { ok: false, findings: [error('settings-unreadable', '', message, mend)] };
  }
}
