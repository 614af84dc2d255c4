import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/**
 * A network of its own (network_namespaces(7)), held open by a process that ends with this one,
 * however this one ends: nothing has a name, so nothing is left behind.
 */
export class Namespace {
  readonly pid: number;
  readonly #holder: ChildProcess;

  private constructor(holder: ChildProcess, pid: number) {
    this.#holder = holder;
    this.pid = pid;
  }

  static async open(): Promise<Namespace> {
    const holder = spawn('unshare', ['--net', 'sh', '-c', 'echo open; exec cat'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    if (holder.pid === undefined) throw new Error('unshare did not start');
    return new Namespace(holder, holder.pid);
  }

  /** What to put before a command line so that it runs inside. */
  get enter(): readonly [string, ...string[]] {
    return ['nsenter', `--net=/proc/${this.pid}/ns/net`, '--'];
  }

  /** Runs a shell script inside. @throws with what it wrote, if a line of it fails */
  run(script: string): void {
    const [command, ...args] = this.enter;
    execFileSync(command, [...args, 'sh', '-e'], { input: script, stdio: 'pipe' });
  }

  async close(): Promise<void> {
    const ended = once(this.#holder, 'exit');
    this.#holder.stdin?.end();
    await ended;
  }
}

/** Joins two networks by a cable; each end is named by what it is called on its side. */
export function connect(
  [one, oneName]: readonly [Namespace, string],
  [other, otherName]: readonly [Namespace, string],
): void {
  one.run(
    `ip link add ${oneName} type veth peer name ${otherName} netns ${other.pid}
     ip link set ${oneName} up`,
  );
  other.run(`ip link set ${otherName} up`);
}

/** Why a script cannot run in a network of its own on this machine; `false` if it can. */
export function whyNotInNamespace(script: string): string | false {
  const { error, status, stderr } = spawnSync('unshare', ['--net', 'sh', '-e'], {
    input: script,
    encoding: 'utf8',
  });
  if (status === 0) return false;
  const reason = error?.message ?? stderr.trim().split('\n')[0] ?? '';
  return `this machine allows no network namespaces: ${reason}`;
}
