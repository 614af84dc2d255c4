import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

export interface HostPage {
  readonly url: string;
  /** @param script URL of the widget's script */
  open(script: string): void;
  close(): Promise<void>;
}

/** Thrown when another program listens on the port. */
export class PortTakenError extends Error {
  readonly port: number;

  constructor(port: number, cause: unknown) {
    super(`Port ${port} is taken`, { cause });
    this.port = port;
  }
}

/** @returns the port; @throws PortTakenError */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, error) : error);
    });
    server.listen(port, 'localhost', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** The pages by path, and what they load. */
const PAGES: Readonly<Record<string, string>> = {
  '/': 'examples/script-tag/index.html',
  '/theme/': 'examples/theme/index.html',
};
const FILES: Readonly<Record<string, readonly [path: string, type: string]>> = {
  '/theme/theme.js': ['examples/theme/theme.js', 'text/javascript'],
  '/theme/theme.css': ['examples/theme/theme.css', 'text/css'],
};

/** A host site: examples/script-tag and examples/theme, with the script's address filled in. */
export async function startHostPage(
  port: number,
  options: { readonly lang: string; readonly synthetic: boolean },
): Promise<HostPage> {
  let script = '';
  const page = (path: string): string => {
    const html = read(path)
      .replace(/http:\/\/localhost:\d+\/rendev-interview\.js/, script)
      .replace('<html lang="ko">', `<html lang="${options.lang}">`);
    const synthetic = '<script src="/synthetic-media.js"></script>';
    return options.synthetic ? html.replace('<script', `${synthetic}\n    <script`) : html;
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const pagePath = PAGES[path];
    const file = FILES[path];
    if (pagePath !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page(pagePath));
    } else if (file !== undefined) {
      response.setHeader('content-type', `${file[1]}; charset=utf-8`).end(read(file[0]));
    } else if (path === '/synthetic-media.js' && options.synthetic) {
      response
        .setHeader('content-type', 'text/javascript; charset=utf-8')
        .end(read('scripts/demo/synthetic-media.js'));
    } else {
      response.writeHead(404).end();
    }
  });
  const taken = await listen(server, port);
  return {
    url: `http://localhost:${taken}`,
    open: (url) => {
      script = url;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
