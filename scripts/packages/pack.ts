import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const PACKAGES = ['protocol', 'turn-config', 'signal-server', 'widget'] as const;
export type PackageName = (typeof PACKAGES)[number];

export interface Packed {
  /** Path of the tarball. */
  readonly tarball: string;
  /** As on npm: `@rendev/interview`. */
  readonly name: string;
  /** Paths of what is in it. */
  readonly files: readonly string[];
}

/**
 * What `npm publish` would send, from what `npm run build` has made.
 *
 * @param folder where the tarball is written
 */
export function pack(name: PackageName, folder: string): Packed {
  const args = ['pack', `./packages/${name}`, '--json', '--pack-destination', folder];
  const { status, stdout, stderr } = spawnSync('npm', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm pack of ${name} failed: ${stderr}`);
  const [told] = packReports(JSON.parse(stdout));
  if (told === undefined) throw new Error(`npm pack of ${name} told of no package`);
  return {
    tarball: join(folder, told.filename),
    name: told.name,
    files: told.files.map(({ path }) => path),
  };
}

interface PackReport {
  readonly name: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** An array up to npm 11, an object by package name from 12 on. */
function packReports(told: unknown): PackReport[] {
  return Object.values(told as Record<string, PackReport>);
}
