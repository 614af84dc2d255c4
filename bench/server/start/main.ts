/** `npm run bench:start`: from the start of the process until it serves, and what it then holds. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cpuMsOf } from '../../support/processes.ts';
import { report } from '../../support/results.ts';
import { median } from '../../support/table.ts';
import { freePort } from '../../../packages/signal-server/test/support/child.ts';

/** As installed from npm: built, without types. */
const PROGRAM = fileURLToPath(
  new URL('../../../packages/signal-server/bin/rendev-signal.js', import.meta.url),
);
const IDLE_MS = 3_000;
const LOOK_MS = 2;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '11' },
    write: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);

const folder = await mkdtemp(join(tmpdir(), 'rendev-bench-'));
const starts: Start[] = [];
try {
  // The first makes the store; the others find it, as after an update.
  await start(false);
  for (let run = 0; run < runs; run += 1) starts.push(await start(run === runs - 1));
} finally {
  await rm(folder, { recursive: true, force: true });
}

interface Start {
  readonly readyMs: number;
  readonly cpuMs: number;
  readonly rss: number;
  /** After some seconds without anything to do. */
  readonly idleRss: number;
}

async function start(waits: boolean): Promise<Start> {
  const port = await freePort();
  const since = performance.now();
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', PROGRAM, 'serve'],
    {
      env: {
        ...process.env,
        RENDEV_PORT: String(port),
        RENDEV_DATABASE: join(folder, 'store.sqlite'),
        RENDEV_SECRET: 'wq38fTzb2LmRk7YpVx5NcB9sHdJgA1eK',
        RENDEV_LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const { pid } = child;
  if (pid === undefined) throw new Error('The server did not start');
  while (!(await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error('The server ended');
    await delay(LOOK_MS);
  }
  const readyMs = performance.now() - since;
  const cpuMs = cpuMsOf(pid);
  const rss = rssOf(pid);
  if (waits) await delay(IDLE_MS);
  const idleRss = rssOf(pid);
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  return { readyMs, cpuMs, rss, idleRss };
}

/** In bytes (proc_pid_status(5)). */
function rssOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
await report(
  {
    title: 'Start of the server',
    command: 'npm run bench:start',
    notes: [
      'The built server as npm installs it, on a store that is there; from the spawning of its process until `/healthz` first answers 200.',
      'RSS in MB of 1,000,000 bytes; most of it is Node itself.',
    ],
    tables: [
      {
        title: `Process to first answer, median of ${runs} starts`,
        rows: [
          ['', 'median', 'worst', 'to reach'],
          [
            'until ready',
            `${median(starts.map(({ readyMs }) => readyMs)).toFixed(0)} ms`,
            `${Math.max(...starts.map(({ readyMs }) => readyMs)).toFixed(0)} ms`,
            '<= 500 ms',
          ],
          [
            'processor time until then',
            `${median(starts.map(({ cpuMs }) => cpuMs)).toFixed(0)} ms`,
            `${Math.max(...starts.map(({ cpuMs }) => cpuMs)).toFixed(0)} ms`,
            '',
          ],
          [
            'RSS when ready',
            megabytes(median(starts.map(({ rss }) => rss))),
            megabytes(Math.max(...starts.map(({ rss }) => rss))),
            '<= 90 MB',
          ],
          [
            `RSS after ${IDLE_MS / 1_000} s without work`,
            megabytes(starts.at(-1)?.idleRss ?? NaN),
            '',
            '',
          ],
        ],
      },
    ],
  },
  values.write,
);
