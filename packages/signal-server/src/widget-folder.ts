import { fileURLToPath } from 'node:url';

/**
 * Folder of the script of `@rendev/interview` where that package is installed beside this server, as
 * it is in the repository; else `null`. It need not be: a host may bundle the widget, or serve it.
 */
export function installedWidget(): string | null {
  try {
    const manifest = import.meta.resolve('@rendev/interview/package.json');
    return fileURLToPath(new URL('dist/', manifest));
  } catch {
    return null;
  }
}
