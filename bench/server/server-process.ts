import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cpuMsOf } from '../support/processes.ts';

/** In bytes, after a full collection. */
export interface MemoryUsage {
  readonly heapUsed: number;
  readonly rss: number;
  readonly external: number;
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface ProcessOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Further options of Node, such as `--cpu-prof`. */
  readonly node?: readonly string[];
}

/** A server in a process of its own, so that its processor time and memory are its own, too. */
export class ServerProcess {
  readonly #child: ChildProcess;

  /** @param script path from this folder */
  constructor(script: string, { env = {}, node = [] }: ProcessOptions = {}) {
    const options = ['--conditions=rendev-source', '--disable-warning=ExperimentalWarning'];
    this.#child = spawn(
      process.execPath,
      [...options, '--expose-gc', ...node, '--import', at('contenders/probe.ts'), at(script)],
      { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    );
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('The server did not start');
    return this.#child.pid;
  }

  /** Of a contender: the port that it tells. */
  async port(): Promise<number> {
    const [told] = (await once(this.#child, 'message')) as [{ port: number }];
    return told.port;
  }

  /** User and system time until now. */
  cpuMs(): number {
    return cpuMsOf(this.pid);
  }

  async memory(): Promise<MemoryUsage> {
    const answer = once(this.#child, 'message');
    this.#child.send('memory');
    const [usage] = (await answer) as [MemoryUsage];
    return usage;
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** As by the lack of memory or power. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill(signal);
    await gone;
  }
}
