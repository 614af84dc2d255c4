import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { type Plugin, rollup } from 'rollup';

// Its types and its module do not agree on what the default is.
const terser = createRequire(import.meta.url)('@rollup/plugin-terser') as (
  options: object,
) => Plugin;

/**
 * A library as a page downloads it: whole, in one file. esbuild puts it together, since some of what they
 * import is CommonJS; rollup and terser make it as small as they make our script.
 */
export async function bundled(name: string): Promise<Buffer> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${name}';`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  const entry = '\0entry';
  const source = outputFiles.map((file) => file.text).join('\n');
  const bundle = await rollup({
    input: entry,
    plugins: [
      {
        name: 'entry',
        resolveId: (asked) => (asked === entry ? entry : null),
        load: (id) => (id === entry ? source : null),
      },
      terser({ ecma: 2020, module: true }),
    ],
    onwarn: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return Buffer.from(output[0].code);
}
