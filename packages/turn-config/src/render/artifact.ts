/** One rendered file. */
export interface Artifact {
  name: string;
  /** 0o600 for what holds a secret, 0o755 for scripts, else 0o644. */
  mode: number;
  text: string;
}

export const SECRET = 0o600;
export const SCRIPT = 0o755;
export const PLAIN = 0o644;

/** Indents every line that is not empty: for files within files (YAML block scalars). */
export function indent(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}
