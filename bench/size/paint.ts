import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { median } from '../support/table.ts';

/** A script, and what shows when it is there. */
export interface Painted {
  readonly name: string;
  /** By path; `/entry.js` is the one that the page asks for. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly markup: string;
}

export interface Paint {
  /** From asking for the script until it has run, in ms. */
  readonly ranMs: number;
  /** From the start of the navigation until something is seen that needs the script, in ms. */
  readonly paintMs: number;
}

/** Medians of so many pages each, in turns, each with empty caches. */
export async function paintTimes(
  browser: Browser,
  painted: readonly Painted[],
  runs: number,
): Promise<Paint[]> {
  const sites = await Promise.all(painted.map(serve));
  const taken = painted.map((): Paint[] => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [place, { url }] of sites.entries()) taken[place]?.push(await visit(browser, url));
  }
  for (const { close } of sites) await close();
  return taken.map((times) => ({
    ranMs: median(times.map(({ ranMs }) => ranMs)),
    paintMs: median(times.map(({ paintMs }) => paintMs)),
  }));
}

async function visit(browser: Browser, url: string): Promise<Paint> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    const ran = await page.waitForFunction(() => (globalThis as { ranMs?: number }).ranMs);
    const paint = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    );
    return { ranMs: (await ran.jsonValue()) ?? NaN, paintMs: (await paint.jsonValue()) ?? NaN };
  } finally {
    await context.close();
  }
}

async function serve({ files, markup }: Painted) {
  const page = `<!doctype html><meta charset="utf-8"><body><script type="module">
    const since = performance.now();
    await import('/entry.js');
    globalThis.ranMs = performance.now() - since;
    document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(markup)});
  </script>`;
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (file) response.setHeader('content-type', 'text/javascript').end(file);
    else if (request.url === '/') response.setHeader('content-type', 'text/html').end(page);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
