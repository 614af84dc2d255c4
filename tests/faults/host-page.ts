import { createServer } from 'node:http';
import { listen } from '../../scripts/demo/listen.ts';

export interface HostPage {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A host site whose page takes the element's attributes and the script's address from its query, so
 * that each visitor may reach the server by another way. `/elsewhere` is a page without the element.
 */
export async function startHostPage(): Promise<HostPage> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pathname === '/' ? page(searchParams) : '<!doctype html><title>Elsewhere</title>');
  });
  const { port, close } = await listen(server);
  return { url: `http://localhost:${port}`, close };
}

function page(query: URLSearchParams): string {
  const { script = '', elements = '1', ...attributes } = Object.fromEntries(query);
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  const element = `<rendev-interview ${written.join(' ')}></rendev-interview>`;
  return `<!doctype html>
    <html lang="ko">
      <head>
        <script type="module" src="${script}"></script>
        <style>rendev-interview { display: block; height: 90vh; }</style>
      </head>
      <body>${element.repeat(Number(elements))}</body>
    </html>`;
}
