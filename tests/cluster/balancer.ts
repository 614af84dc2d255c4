import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child, freePort } from '../../packages/signal-server/test/support/child.ts';

/**
 * Websockets need no sticky sessions: each may go to any node that says it is ready. By `interview`
 * those of one interview go to one node, as docs/scaling.md shows.
 */
export type Balance = 'anywhere' | 'by interview';

const BALANCE: Readonly<Record<Balance, string>> = {
  anywhere: `balance roundrobin
  retries 3
  option redispatch 1
  retry-on conn-failure empty-response 503
  default-server check inter 300ms fall 1 rise 1`,
  // A second try might go elsewhere than where the hash leads once the node is known to be gone: the
  // page itself tries again.
  'by interview': `balance url_param interview
  hash-type consistent
  default-server check inter 300ms fall 3 rise 1`,
};

const settings = (port: number, nodes: readonly number[], balance: Balance): string => `
global
  maxconn 4000
defaults
  mode http
  timeout connect 2s
  timeout check 10s
  timeout client 60s
  timeout server 60s
  timeout tunnel 1h
  option forwardfor
frontend front
  bind 127.0.0.1:${port}
  default_backend nodes
backend nodes
  ${BALANCE[balance]}
  option httpchk GET /readyz
${nodes.map((node, index) => `  server node${index} 127.0.0.1:${node}`).join('\n')}
`;

/** HAProxy before the nodes of a cluster. */
export class Balancer {
  readonly url: string;
  readonly #child: Child;
  readonly #folder: string;

  static async start(nodes: readonly number[], balance: Balance): Promise<Balancer> {
    const folder = await mkdtemp(join(tmpdir(), 'rendev-haproxy-'));
    const file = join(folder, 'haproxy.cfg');
    const port = await freePort();
    await writeFile(file, settings(port, nodes, balance));
    const url = `http://127.0.0.1:${port}`;
    const child = new Child('/usr/sbin/haproxy', ['-f', file, '-db']);
    await child.start(async () => (await fetch(`${url}/readyz`)).ok);
    return new Balancer(url, child, folder);
  }

  private constructor(url: string, child: Child, folder: string) {
    this.url = url;
    this.#child = child;
    this.#folder = folder;
  }

  async close(): Promise<void> {
    await this.#child.end('SIGKILL');
    await rm(this.#folder, { recursive: true, force: true });
  }
}
