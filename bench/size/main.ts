/** `npm run bench:size`: what a page downloads, and when it shows something, beside other libraries. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { launchBrowser } from '../../tests/e2e/browser.ts';
import { report } from '../support/results.ts';
import { ratio } from '../support/table.ts';
import { firstLoad } from './first-load.ts';
import { paintTimes, type Painted } from './paint.ts';
import { bundled } from './rivals.ts';

const DIST = 'packages/widget/dist';
const LIVEKIT = 'livekit-client';
const RIVALS = ['peerjs', LIVEKIT];

const { values } = parseArgs({
  options: {
    /** Pages of each; 0 leaves the browser out. */
    runs: { type: 'string', default: '15' },
    write: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);

interface Size {
  readonly name: string;
  readonly plain: number;
  readonly gzip: number;
  readonly brotli: number;
  readonly reach: string;
}

const measure = (name: string, files: readonly Buffer[], reach = ''): Size => ({
  name,
  plain: files.reduce((sum, file) => sum + file.length, 0),
  gzip: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
  brotli: files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0),
  reach,
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
const rivals = await Promise.all(
  RIVALS.map(async (name) => ({ name, script: await bundled(name) })),
);
const scripts = readdirSync(DIST).filter((f) => f.endsWith('.js'));
const read = (file: string): Buffer => readFileSync(`${DIST}/${file}`);
const first = measure(
  'rendev-interview, first load',
  firstLoad(`${DIST}/rendev-interview.js`).map((file) => read(basename(file))),
  '<= 32 kB',
);
const rows = [
  first,
  measure(
    'rendev-interview, with the lobby and the call',
    scripts.filter((f) => !f.includes('.single.')).map(read),
  ),
  measure('rendev-interview.single.js', [read('rendev-interview.single.js')]),
  floor,
  ...rivals.map(({ name, script }) => measure(name, [script])),
];

const painted: Painted[] = [
  {
    name: 'rendev-interview',
    files: new Map(
      scripts.map((f) => [f === 'rendev-interview.js' ? '/entry.js' : `/${f}`, read(f)]),
    ),
    markup: '<rendev-interview></rendev-interview>',
  },
  ...rivals.map(({ name, script }) => ({
    name,
    files: new Map([['/entry.js', script]]),
    markup: '<p>It is loaded.</p>',
  })),
];

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const tables = [
  {
    title: 'What a page downloads, in kB of 1,000 bytes',
    rows: [
      ['', 'plain', 'gzip', 'brotli', 'to reach', 'first load is', 'to reach'],
      ...rows.map((row) => [
        row.name,
        kilobytes(row.plain),
        kilobytes(row.gzip),
        kilobytes(row.brotli),
        row.reach,
        row === first ? '' : ratio(first.brotli, row.brotli),
        row.name === LIVEKIT ? '<= 0.26x' : '',
      ]),
    ],
  },
];
if (runs > 0) {
  const browser = await launchBrowser();
  const paints = await paintTimes(browser, painted, runs);
  await browser.close();
  tables.push({
    title: `In Chromium, median of ${runs} pages with empty caches`,
    rows: [
      ['', 'script has run', 'ours is', 'first paint', 'ours is'],
      ...painted.map(({ name }, place) => {
        const { ranMs = NaN, paintMs = NaN } = paints[place] ?? {};
        const own = place === 0;
        return [
          name,
          `${ranMs.toFixed(1)} ms`,
          own ? '' : ratio(paints[0]?.ranMs ?? NaN, ranMs),
          `${paintMs.toFixed(1)} ms`,
          own ? '' : ratio(paints[0]?.paintMs ?? NaN, paintMs),
        ];
      }),
    ],
  });
}
await report(
  {
    title: 'Size of the widget',
    command: 'npm run bench:size',
    notes: [
      'The other libraries are bundled whole by the same rollup and terser, and have no interface of their own: ours paints the entry of the code, they a line of text. Scripts come from loopback, uncompressed.',
    ],
    tables,
  },
  values.write,
);
