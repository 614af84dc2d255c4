import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

const at = (path) => fileURLToPath(new URL(`packages/widget/${path}`, import.meta.url));

rmSync(at('dist'), { recursive: true, force: true });

const typescript = () =>
  esbuild({ target: 'es2022', tsconfig: at('tsconfig.json'), sourceMap: true });

/**
 * Socket.IO for browsers, over WebSocket alone: its Node variants are left out, which the `browser`
 * field of engine.io-client asks for, and so are the transports that the channel never uses.
 */
const websocketOnly = () => ({
  name: 'websocket-only',
  resolveId(source, importer) {
    if (!importer?.includes('/engine.io-client/')) return null;
    if (/\/(polling-\w+|webtransport)(\.node)?\.js$/.test(source)) return '\0unused-transport';
    if (!source.endsWith('.node.js')) return null;
    return this.resolve(source.replace('.node.js', '.js'), importer, { skipSelf: true });
  },
  load: (id) =>
    id === '\0unused-transport' ? 'export const XHR = null, Fetch = null, WT = null;' : null,
});

/** The emoji picker and its names would be the larger half of a script without chunks. */
const withoutEmoji = () => ({
  name: 'without-emoji',
  resolveId: (source) => (source.endsWith('/emoji-source.ts') ? '\0no-emoji' : null),
  load: (id) => (id === '\0no-emoji' ? 'export const emojiSource = null;' : null),
});

/** The browser's build of each dependency, and the sources of our own packages. */
const resolve = () => nodeResolve({ browser: true, exportConditions: ['rendev-source'] });

/** Texts of this file pattern are left out: what asks for them is told at once that they are missing. */
const without = (pattern) => ({
  name: 'without',
  resolveDynamicImport: (source) => (pattern.test(source) ? { id: source, external: true } : null),
  renderDynamicImport: ({ targetModuleId }) =>
    pattern.test(targetModuleId ?? '') ? { left: 'Promise.reject(', right: ')' } : null,
});

const LANGUAGES = /\/(ja|zh-hans|vi|ar)\/[\w-]+\.ts$/;
const isLanguage = (chunk) => LANGUAGES.test(chunk.facadeModuleId ?? '');

const scriptTag = (output, ...plugins) => ({
  input: at('src/cdn.ts'),
  plugins: [
    websocketOnly(),
    ...plugins,
    resolve(),
    typescript(),
    terser({ ecma: 2020, module: true }),
  ],
  output: { format: 'es', sourcemap: true, ...output },
});

/** Languages that load when asked for can be taken along from the start, one by one. */
const languageEntries = Object.fromEntries(
  ['ja', 'zh-hans', 'vi', 'ar'].map((name) => [
    `define/locales/${name}`,
    at(`src/define/locales/${name}.ts`),
  ]),
);

/** What a page puts into `integrity`; the chunks of the entry are not covered by its hash. */
const integrity = () => ({
  name: 'integrity',
  writeBundle() {
    const hashOf = (file) =>
      `sha384-${createHash('sha384')
        .update(readFileSync(at(`dist/${file}`)))
        .digest('base64')}`;
    const files = ['rendev-interview.js', 'rendev-interview.single.js'];
    const hashes = Object.fromEntries(files.map((file) => [file, hashOf(file)]));
    writeFileSync(at('dist/integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
  },
});

export default [
  // The script tag: what the first screen needs, the rest in chunks beside it.
  scriptTag({
    dir: at('dist'),
    entryFileNames: 'rendev-interview.js',
    chunkFileNames: (chunk) => `rendev-${isLanguage(chunk) ? 'language-' : ''}[name]-[hash].js`,
  }),
  // One file without chunks, for integrity hashes. It speaks Korean and English alone, and has no emoji
  // picker: systems have their own.
  scriptTag(
    { file: at('dist/rendev-interview.single.js'), inlineDynamicImports: true },
    without(LANGUAGES),
    withoutEmoji(),
  ),
  // For bundlers: module by module, dependencies left to the host so that they are shared.
  {
    input: {
      index: at('src/index.ts'),
      'define/rendev-interview': at('src/define/rendev-interview.ts'),
      'engine/index': at('src/engine/index.ts'),
      'react/index': at('src/react/index.ts'),
      'jsx/index': at('src/jsx/index.ts'),
      ...languageEntries,
    },
    external: [/^lit($|\/)/, /^socket\.io-client($|\/)/, 'react'],
    plugins: [resolve(), typescript(), integrity()],
    output: {
      dir: at('dist/npm'),
      // npm packs no folder of this name, wherever it lies.
      entryFileNames: ({ name }) => `${name.replace(/.*node_modules\//, 'bundled/')}.js`,
      banner: ({ name }) => (name.startsWith('react/') ? "'use client';" : ''),
      format: 'es',
      sourcemap: true,
      preserveModules: true,
      preserveModulesRoot: at('src'),
    },
  },
];
