import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Problems } from './problem-details.ts';

/** The script-tag files with their chunks and maps; the rest of the folder is for bundlers. */
const PUBLIC = /^\/rendev-[\w-]+(\.single)?\.js(\.map)?$/;
/** Rollup names a chunk by eight symbols of the hash of its content. */
const HASHED = /-[\w-]{8}\.js(\.map)?$/;
const ENTRY = /^rendev-interview(\.single)?\.js/;
/** Not of the interviews: of whoever runs this server. */
const MISSING =
  'This server has no script to serve. Install @rendev/interview beside it, or name its dist folder ' +
  'by RENDEV_WIDGET_DIR (from the sources: npm run build), and start it again.';
const ENTRIES = ['rendev-interview.js', 'rendev-interview.single.js'];

/**
 * Serves `/rendev-interview.js` and what it loads from beside itself to any page. The entry is
 * asked for again after five minutes, so that a new version reaches everybody; a chunk is named by
 * its content and never changes. Files compressed at build time (`.br`, `.gz`) are preferred. Where
 * there is no script, `not-found` tells how to get one.
 */
export async function registerWidgetFiles(
  fastify: FastifyInstance,
  folder: string | null,
  problems: Problems,
): Promise<void> {
  if (folder === null || !existsSync(join(folder, 'rendev-interview.js'))) {
    for (const entry of ENTRIES) {
      fastify.get(`/${entry}`, { schema: { hide: true } }, (_request, reply) =>
        problems.send(reply, { code: 'not-found', detail: MISSING }),
      );
    }
    return;
  }
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
