import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PackageName, type Packed, pack } from './pack.ts';

interface ProjectManifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Builds on other packages of ours, which no registry need know. */
const NEEDED: readonly PackageName[] = ['protocol', 'widget'];

/**
 * A fresh project of a host, as if the packages had just been published.
 *
 * @param source folder of the project, such as `examples/react`
 * @param folder where it is set up; kept if it is there, so that a second start is a short one
 * @param packages whose tarballs it depends on
 * @throws with what npm printed when it cannot be installed
 */
export async function setUpProject(
  source: string,
  folder: string,
  packages = NEEDED,
): Promise<void> {
  const tarballs = join(folder, 'tarballs');
  mkdirSync(tarballs, { recursive: true });
  cpSync(source, folder, {
    recursive: true,
    filter: (path) => !path.slice(source.length).includes('node_modules'),
  });
  const packed = packages.map((name) => pack(name, tarballs));
  const path = join(folder, 'package.json');
  const manifest = (
    existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { private: true }
  ) as ProjectManifest;
  const ours = Object.fromEntries(
    packed.map(({ name, tarball }: Packed) => [name, `file:${tarball}`]),
  );
  const dependencies = { ...manifest.dependencies, ...ours };
  writeFileSync(path, JSON.stringify({ ...manifest, dependencies }, null, 2));
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline'];
  await run('npm', ['install', ...quiet], folder);
}

export async function buildProject(folder: string): Promise<void> {
  await run('npm', ['run', 'build'], folder);
}

/** @throws with what it printed when it ends with another status than 0 */
export async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    timeout: 9 * 60_000,
  });
  let printed = '';
  const keep = (chunk: Buffer): void => {
    printed += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${printed}`);
  return printed;
}
