import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { launchBrowser, newVisitor } from './browser.ts';
import { decodesFrames } from './media.ts';
import { joinCall } from './room.ts';
import { until } from './until.ts';

interface Started {
  readonly process: ChildProcess;
  output(): string;
}

/** What `npm start` runs after its build. */
function start(...args: string[]): Started {
  const child = spawn(
    process.execPath,
    ['--conditions=rendev-source', 'scripts/demo/main.ts', ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { process: child, output: () => output };
}

/** Two neighbouring ports that nobody has. */
async function freePorts(): Promise<number> {
  for (let port = 20_000 + Math.floor(Math.random() * 20_000); ; port += 2) {
    const free = await Promise.all(
      [port, port + 1].map(async (candidate) => {
        const server = createServer();
        const listening = once(server, 'listening').then(
          () => true,
          () => false,
        );
        server.listen(candidate, 'localhost');
        const isFree = await listening;
        server.close();
        return isFree;
      }),
    );
    if (free.every(Boolean)) return port;
  }
}

describe('npm start', () => {
  it('prints a code and two links that make a call, and ends cleanly on Ctrl-C', async () => {
    const port = await freePorts();
    const demo = start('--port', String(port), '--synthetic');
    const browser = await launchBrowser();
    try {
      await until('the links are printed', () => /지원자\s+http/.test(demo.output()));
      assert.match(demo.output(), /인터뷰 코드\s+[0-9A-Z]{4}-[0-9A-Z]{4}/);
      const links = demo.output().match(/http:\/\/localhost:\d+\/#code=\S+/g) ?? [];
      assert.equal(links.length, 2);
      const visitors = await Promise.all(links.map(() => newVisitor(browser)));
      for (const [index, { page }] of visitors.entries()) await joinCall(page, links[index] ?? '');
      await Promise.all(visitors.map(({ page }) => decodesFrames(page)));
    } finally {
      await browser.close();
      demo.process.kill('SIGINT');
    }
    const [code] = (await once(demo.process, 'exit')) as [number | null];
    assert.equal(code, 0, demo.output());
  });

  it('says that a port is taken, and what to do', async () => {
    const port = await freePorts();
    const other = createServer().listen(port, 'localhost');
    await once(other, 'listening');
    const demo = start('--port', String(port), '--lang', 'en');
    const [code] = (await once(demo.process, 'exit')) as [number | null];
    other.close();
    assert.equal(code, 1);
    assert.match(demo.output(), new RegExp(`Port ${port} is taken`));
    assert.match(demo.output(), /npm start -- --port \d+/);
  });

  it('refuses options that it does not know', async () => {
    for (const args of [['--port', 'x'], ['--lang', 'fr'], ['--wat']]) {
      const demo = start(...args);
      const [code] = (await once(demo.process, 'exit')) as [number | null];
      assert.equal(code, 2, args.join(' '));
      assert.match(demo.output(), /--port <number>/);
    }
  });
});
