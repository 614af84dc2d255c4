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

/** A host site of one page: examples/script-tag, with the script's address filled in. */
export async function startHostPage(
  port: number,
  options: { readonly lang: string; readonly synthetic: boolean },
): Promise<HostPage> {
  let script = '';
  const page = (): string => {
    const html = read('examples/script-tag/index.html')
      .replace(/http:\/\/localhost:\d+\/rendev-interview\.js/, script)
      .replace('<html lang="ko">', `<html lang="${options.lang}">`);
    const synthetic = '<script src="/synthetic-media.js"></script>';
    return options.synthetic ? html.replace('<script', `${synthetic}\n    <script`) : html;
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page());
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
