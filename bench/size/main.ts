/** `npm run bench:size`: what a page downloads, beside lit + socket.io-client alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { firstLoad } from './first-load.ts';

const DIST = 'packages/widget/dist';

interface Size {
  readonly name: string;
  readonly plain: number;
  readonly gzip: number;
  readonly brotli: number;
}

const measure = (name: string, files: readonly Buffer[]): Size => ({
  name,
  plain: files.reduce((sum, file) => sum + file.length, 0),
  gzip: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
  brotli: files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0),
});

/** A module of this source with all that it imports, minified. */
async function bundle(source: string): Promise<Buffer> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: 'packages/widget' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  return Buffer.concat(outputFiles.map((file) => file.contents));
}

const floor = measure('lit + 4 directives + socket.io-client', [
  await bundle(`
    export * from 'lit';
    export { repeat } from 'lit/directives/repeat.js';
    export { classMap } from 'lit/directives/class-map.js';
    export { ifDefined } from 'lit/directives/if-defined.js';
    export { ref } from 'lit/directives/ref.js';
    export { io } from 'socket.io-client';`),
]);
const first = firstLoad(`${DIST}/rendev-interview.js`);
const everything = readdirSync(DIST).filter((f) => f.endsWith('.js') && !f.includes('.single.'));
const rows = [
  floor,
  measure(
    'rendev-interview, first load',
    first.map((file) => readFileSync(file)),
  ),
  measure(
    'rendev-interview, with the lobby and the call',
    everything.map((f) => readFileSync(`${DIST}/${f}`)),
  ),
  measure('rendev-interview.single.js', [readFileSync(`${DIST}/rendev-interview.single.js`)]),
];

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(8);
console.log(`${'kB = 1000 bytes'.padEnd(48)}   plain    gzip  brotli  gzip ratio`);
for (const row of rows) {
  const ratio = (row.gzip / floor.gzip).toFixed(2);
  console.log(
    `${row.name.padEnd(46)}${kilobytes(row.plain)}${kilobytes(row.gzip)}${kilobytes(row.brotli)}  ${ratio.padStart(8)}x`,
  );
}
