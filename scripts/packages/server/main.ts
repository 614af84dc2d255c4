/**
 * Makes `serve` of the signal server one file with the libraries that each start needs: Node spends most
 * of a start on finding and reading some 1,500 of theirs. Programs that use the package as a library
 * still find them apart.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

const PACKAGE = fileURLToPath(new URL('../../../packages/signal-server/', import.meta.url));
/** What is loaded when it is asked for, or brings files of its own. */
const APART = ['pg', '@redis/client', '@fastify/swagger', '@fastify/swagger-ui'];
/** For the libraries that are CommonJS still. */
const COMMON_JS =
  "import { createRequire as $createRequire } from 'node:module';" +
  'const require = $createRequire(import.meta.url),' +
  '__filename = import.meta.filename, __dirname = import.meta.dirname;';

// What the compiler made there, and the pieces of an earlier build.
rmSync(`${PACKAGE}dist/serve`, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: PACKAGE,
  // As deep as the sources that look for files beside them.
  // With the program of its thread, which is looked for beside it.
  entryPoints: ['src/serve/main.ts', 'src/chat/storing-thread-main.ts'],
  entryNames: '[name]',
  outdir: 'dist/serve',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  conditions: ['rendev-source'],
  external: APART,
  // Half the text to read; the names stay, for the traces of errors.
  minifyWhitespace: true,
  minifySyntax: true,
  banner: { js: COMMON_JS },
  legalComments: 'none',
  metafile: true,
});
writeFileSync(`${PACKAGE}dist/serve/LICENSES.txt`, licensesOf(metafile));

/** The libraries that went in, and what they ask to be passed on with them. */
function licensesOf({ inputs }: Metafile): string {
  const folders = new Set<string>();
  for (const path of Object.keys(inputs)) {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(path) ?? [];
    if (folder !== undefined) folders.add(PACKAGE + folder);
  }
  return [...folders].sort().map(licenseIn).join('\n\n');
}

function licenseIn(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : `\n\n${readFileSync(folder + file, 'utf8').trim()}`;
  return `${name} ${version} (${license ?? 'see below'})${text}`;
}
