import { readFileSync } from 'node:fs';

/** The lines of a file of secrets, without the empty ones; `undefined` for one that cannot be read. */
export function readSecretLines(file: string): string[] | undefined {
  try {
    return readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .filter((line) => line !== '');
  } catch {
    return undefined;
  }
}
