import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { HostPage } from '../../scripts/demo/host-page.ts';
import { listen } from '../../scripts/demo/listen.ts';

const document = (lang: string, head: string, body: string): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Host</title>${head}</head>` +
  `<body>${body}</body></html>`;

const STYLES = `rendev-interview, iframe { display: block; width: 100%; height: 700px; border: 0 }`;

/** The policy of docs/csp.md, with the addresses filled in. */
function policyFor(signalServer: string): string {
  const recipe = /```http\nContent-Security-Policy:([^`]+)```/.exec(
    readFileSync('docs/csp.md', 'utf8'),
  );
  if (recipe?.[1] === undefined) throw new Error('docs/csp.md has no recipe');
  return recipe[1]
    .replaceAll('https://interview.example', signalServer)
    .replaceAll('wss://interview.example', signalServer.replace('http', 'ws'))
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A host's pages: `/` with the element under the recipe's policy, `/framed` and `/framed-without` with
 * `/` in a frame that is given the devices or is not.
 *
 * @param allow of the frame, as in docs/csp.md
 */
export async function startStrictPage(allow: string): Promise<HostPage> {
  let script = '';
  const pages: Readonly<Record<string, () => string>> = {
    '/': () =>
      document(
        'ko',
        `<link rel="stylesheet" href="/host.css"><script type="module" src="${script}"></script>`,
        '<rendev-interview></rendev-interview>',
      ),
    '/framed': () => document('ko', '', `<iframe allow="${allow}" src="${other}/"></iframe>`),
    '/framed-without': () => document('ko', '', `<iframe src="${other}/"></iframe>`),
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pages[pathname];
    if (pathname === '/host.css') {
      response.writeHead(200, { 'content-type': 'text/css' }).end(STYLES);
    } else if (page === undefined) {
      response.writeHead(404).end();
    } else {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        ...(pathname === '/' && {
          'content-security-policy': policyFor(new URL(script).origin),
        }),
      });
      response.end(page());
    }
  });
  // Both addresses: a frame of another origin has no device that it was not given.
  const listening = await listen(server);
  const other = `http://rendev.localhost:${listening.port}`;
  return {
    url: other,
    open: (url) => {
      script = url;
    },
    close: listening.close,
  };
}
