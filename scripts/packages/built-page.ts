import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { HostPage } from '../demo/host-page.ts';
import { listen } from '../demo/listen.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** The address that the examples are written with. */
const WRITTEN = /http:\/\/localhost:3001/g;

/**
 * Serves a host's built site, with the signal server's address filled in.
 *
 * @param folder such as `dist`
 * @param headers sent with every answer
 */
export async function serveBuilt(
  folder: string,
  port = 0,
  headers: Readonly<Record<string, string>> = {},
): Promise<HostPage> {
  let signalServer = '';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(
      folder,
      normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname),
    );
    const type = TYPES[extname(path)];
    readFile(path).then(
      (content) => {
        const isText = type !== undefined;
        const filled = isText ? content.toString().replace(WRITTEN, signalServer) : content;
        response.writeHead(200, { 'content-type': type ?? 'application/octet-stream', ...headers });
        response.end(filled);
      },
      () => response.writeHead(404).end(),
    );
  });
  const listening = await listen(server, port);
  return {
    url: `http://localhost:${listening.port}`,
    open: (script) => {
      signalServer = new URL(script).origin;
    },
    close: listening.close,
  };
}
