import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const STATIC_IMPORT =
  /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}$\s,]+?\s*from\s*)?["'](\.\/[^"']+)["']/g;

/**
 * The files that a page downloads before the first screen shows: the entry and all that it imports
 * statically. Chunks behind `import()` are not among them.
 *
 * @param entry path of the script-tag file
 * @returns paths, the entry first
 */
export function firstLoad(entry: string): string[] {
  const files = [entry];
  for (const file of files) {
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(STATIC_IMPORT)) {
      const imported = join(dirname(file), specifier);
      if (!files.includes(imported)) files.push(imported);
    }
  }
  return files;
}
