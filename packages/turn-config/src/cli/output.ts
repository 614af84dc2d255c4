import { readFileSync } from 'node:fs';
import type { Finding } from '../settings/finding.ts';

export const DEFAULT_FILE = 'turn.json';

export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Says what is wrong on stderr and lets the process end with 1. */
export function refuse(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
  process.exitCode = 1;
}

/** The text of a file; `undefined`, and said why, when it cannot be read. */
export function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    refuse(cause instanceof Error ? cause.message : String(cause));
    return undefined;
  }
}

export function refuseFindings(findings: readonly Finding[]): void {
  refuse(
    findings
      .map(({ code, field, message, mend }) => {
        const where = field === '' ? '' : `${field}: `;
        return `${where}${message} [${code}]\n  -> ${mend}`;
      })
      .join('\n'),
  );
}
