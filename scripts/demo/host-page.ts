import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { listen } from './listen.ts';

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

export interface HostPage {
  readonly url: string;
  /** @param script URL of the widget's script */
  open(script: string): void;
  close(): Promise<void>;
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

/** What any page with a call should say: who may frame it, and that the code in its link goes nowhere. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "frame-ancestors 'none'; object-src 'none'; base-uri 'none'",
  'permissions-policy':
    'camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
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
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
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
  const listening = await listen(server, port);
  return {
    url: `http://localhost:${listening.port}`,
    open: (url) => {
      script = url;
    },
    close: listening.close,
  };
}
