import { spawnSync } from 'node:child_process';

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program that the tests need; `packageName` is Debian's. */
export function run(
  packageName: string,
  program: string,
  args: readonly string[],
  options: { env?: Record<string, string>; input?: string; cwd?: string } = {},
): Run {
  const env = { ...process.env, ...options.env };
  const result = spawnSync(program, args, { ...options, env, encoding: 'utf8' });
  if (result.error) {
    throw new Error(`These tests need ${program} (Debian: apt-get install ${packageName})`, {
      cause: result.error,
    });
  }
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}
