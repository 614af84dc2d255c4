import { parseArgs } from 'node:util';
import type { Refusal } from '../result.ts';

/** The option that names the store. */
export const database = {
  type: 'string',
  valueHint: 'file',
  description: 'The SQLite file (RENDEV_DATABASE) or postgres:// URL (DATABASE_URL)',
} as const;

/** The store that was named, else the one of the environment; its URL, a secret, is never shown. */
export const databaseOf = (named: string | undefined): string =>
  [named, process.env['DATABASE_URL'], process.env['RENDEV_DATABASE']].find(Boolean) ??
  './rendev.sqlite';

/** Every value of an option; citty keeps only the last of a repeated one. */
export function repeated(rawArgs: string[], name: string): string[] {
  const { values } = parseArgs({
    args: rawArgs,
    options: { [name]: { type: 'string', multiple: true } },
    strict: false,
    allowPositionals: true,
  });
  return [values[name] ?? []].flat().filter((value) => typeof value === 'string');
}

/** Says why not, and ends with exit code 1. */
export function fail({
  detail,
  code,
  errors = [],
}: Pick<Refusal, 'detail' | 'errors'> & { code: string }): void {
  const findings = errors.map(({ path, message }) => `${path} ${message}`);
  console.error([detail ?? code, ...findings].join('\n'));
  process.exitCode = 1;
}
