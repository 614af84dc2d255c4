import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves each page of bench/pages at `/<name>`, with lazy chunks as a bundler makes them. */
export async function startPageServer(names: readonly string[]): Promise<PageServer> {
  const { outputFiles } = await build({
    entryPoints: names.map((name) =>
      fileURLToPath(new URL(`../pages/${name}.ts`, import.meta.url)),
    ),
    outdir: 'pages',
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['rendev-source', 'browser'],
    // Its module asks for Node's own modules; this file of the same package has them in it.
    alias: { 'simple-peer': 'simple-peer/simplepeer.min.js' },
  });
  const scripts = new Map(outputFiles.map((file) => [`/${basename(file.path)}`, file.contents]));
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const script = scripts.get(path);
    if (script) response.setHeader('content-type', 'text/javascript').end(script);
    else {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><body><script type="module" src="${path}.js"></script>`);
    }
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
