import { rmSync } from 'node:fs';
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

/** The browser's build of each dependency, and the sources of our own packages. */
const resolve = () => nodeResolve({ browser: true, exportConditions: ['rendev-source'] });

const scriptTag = (output) => ({
  input: at('src/cdn.ts'),
  plugins: [websocketOnly(), resolve(), typescript(), terser({ ecma: 2020, module: true })],
  output: { format: 'es', sourcemap: true, ...output },
});

export default [
  // The script tag: what the first screen needs, the rest in chunks beside it.
  scriptTag({
    dir: at('dist'),
    entryFileNames: 'rendev-interview.js',
    chunkFileNames: 'rendev-[name]-[hash].js',
  }),
  // One file without chunks, for integrity hashes.
  scriptTag({ file: at('dist/rendev-interview.single.js'), inlineDynamicImports: true }),
  // For bundlers: module by module, dependencies left to the host so that they are shared.
  {
    input: {
      index: at('src/index.ts'),
      'define/rendev-interview': at('src/define/rendev-interview.ts'),
      'engine/index': at('src/engine/index.ts'),
    },
    external: [/^lit($|\/)/, /^socket\.io-client($|\/)/, /^@shoelace-style\/localize($|\/)/],
    plugins: [resolve(), typescript()],
    output: {
      dir: at('dist/npm'),
      format: 'es',
      sourcemap: true,
      preserveModules: true,
      preserveModulesRoot: at('src'),
    },
  },
];
