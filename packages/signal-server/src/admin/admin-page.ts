import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/** Beside the sources, which the package holds too: it is not compiled. */
const FOLDER = new URL('../../src/admin/page/', import.meta.url);

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types";

const FILES = [
  { url: '/admin', file: 'admin.html', type: 'text/html; charset=utf-8' },
  { url: '/admin/admin.js', file: 'admin.js', type: 'text/javascript; charset=utf-8' },
  { url: '/admin/texts.js', file: 'texts.js', type: 'text/javascript; charset=utf-8' },
  { url: '/admin/admin.css', file: 'admin.css', type: 'text/css; charset=utf-8' },
] as const;

/**
 * `/admin`: a page for the people who run a host. It holds nothing by itself; all that it shows and
 * does goes through `/v1` with the API key that is typed into it and lasts as long as its tab.
 */
export function registerAdminPage(fastify: FastifyInstance): void {
  for (const { url, file, type } of FILES) {
    const text = readFileSync(new URL(file, FOLDER), 'utf8');
    fastify.get(url, (_request, reply) =>
      reply
        .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-cache' })
        .type(type)
        .send(text),
    );
  }
}
