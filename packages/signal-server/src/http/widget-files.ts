import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The script-tag files with their chunks and maps; the rest of the folder is for bundlers. */
const PUBLIC = /^\/rendev-[\w-]+(\.single)?\.js(\.map)?$/;
/** Rollup names a chunk by eight symbols of the hash of its content. */
const HASHED = /-[\w-]{8}\.js(\.map)?$/;
const ENTRY = /^rendev-interview(\.single)?\.js/;

/**
 * Serves `/rendev-interview.js` and what it loads from beside itself to any page. The entry is
 * asked for again after five minutes, so that a new version reaches everybody; a chunk is named by
 * its content and never changes. Files compressed at build time (`.br`, `.gz`) are preferred.
 */
export async function registerWidgetFiles(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await fastify.register(fastifyStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    preCompressed: true,
    schemaHide: true,
    allowedPath: (path) => PUBLIC.test(path),
    setHeaders: (reply, path) => {
      const file = basename(path).replace(/\.(br|gz)$/, '');
      const lasting = HASHED.test(file) && !ENTRY.test(file);
      void reply.headers({
        'cache-control': lasting
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=300, stale-while-revalidate=86400',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      });
    },
  });
}
