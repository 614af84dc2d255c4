import { fileURLToPath } from 'node:url';
import { Child, freePort } from '../../packages/signal-server/test/support/child.ts';

const MAIN = fileURLToPath(
  new URL('../../packages/signal-server/src/serve/main.ts', import.meta.url),
);
const NODE_ARGS = ['--conditions=rendev-source', '--disable-warning=ExperimentalWarning'];

/** One signal server of a cluster, a process of its own. */
export class NodeProcess {
  readonly port: number;
  readonly #child: Child;

  static async start(environment: Readonly<Record<string, string>>): Promise<NodeProcess> {
    const node = new NodeProcess(await freePort(), environment);
    await node.start();
    return node;
  }

  private constructor(port: number, environment: Readonly<Record<string, string>>) {
    this.port = port;
    const env = {
      ...process.env,
      RENDEV_HOST: '127.0.0.1',
      RENDEV_PORT: String(port),
      RENDEV_LOG_LEVEL: 'warn',
      ...environment,
    };
    this.#child = new Child(process.execPath, [...NODE_ARGS, MAIN], { env });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What it logged last. */
  get said(): string {
    return this.#child.said;
  }

  start(): Promise<void> {
    return this.#child.start(async () => (await fetch(`${this.url}/readyz`)).ok);
  }

  /** As by the lack of memory or power: nothing is closed, nobody is told. */
  kill(): Promise<void> {
    return this.#child.end('SIGKILL');
  }

  /** As a deployment does. */
  stop(): Promise<void> {
    return this.#child.end('SIGTERM');
  }
}
