import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The two ends of one connection: what one sends, the other gets. */
type Pair = readonly [client: Socket, target: Socket];

/** A line to a TCP server on this machine that can be broken in the ways in which networks break. */
export class TcpProxy {
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #swallows = false;
  #delayMs = 0;

  /** Listens on a free port. @param target port of the server behind */
  static async start(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    proxy.#server.listen(0, 'localhost');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  private constructor(target: number) {
    // Each half ends by itself, when its sender says so.
    this.#server = createServer({ allowHalfOpen: true }, (client) => {
      this.#join([client, connect({ port: target, host: 'localhost', allowHalfOpen: true })]);
    });
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Connections that are open through it. */
  get open(): number {
    return this.#pairs.size;
  }

  /** Resets every connection; new ones are let through. @returns how many there were */
  drop(): number {
    const { size } = this.#pairs;
    for (const pair of this.#pairs) this.#cut(pair);
    return size;
  }

  /**
   * From now on nothing gets through in either direction, and nobody is told: what is sent waits, as
   * it does in TCP for a network that is gone. Ends with `pass`.
   */
  swallow(): void {
    this.#swallows = true;
    for (const socket of this.#sockets()) socket.pause();
  }

  /** What waited gets through, and what comes after it. */
  pass(): void {
    this.#swallows = false;
    for (const socket of this.#sockets()) socket.resume();
  }

  /** Whatever is sent from now on arrives so much later, in each direction. */
  delay(ms: number): void {
    this.#delayMs = ms;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.drop();
    await closed;
  }

  #join(pair: Pair): void {
    const [client, target] = pair;
    this.#pairs.add(pair);
    this.#carry(client, target);
    this.#carry(target, client);
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.once('close', () => {
        this.#cut(pair);
      });
      // `close` follows.
      socket.on('error', () => undefined);
      if (this.#swallows) socket.pause();
    }
  }

  #carry(from: Socket, to: Socket): void {
    from.on('data', (chunk: Buffer) => {
      this.#later(() => to.write(chunk));
    });
    from.on('end', () => {
      this.#later(() => to.end());
    });
  }

  /** One delay for all keeps the order. */
  #later(act: () => void): void {
    if (this.#delayMs > 0) setTimeout(act, this.#delayMs);
    else act();
  }

  #cut(pair: Pair): void {
    this.#pairs.delete(pair);
    for (const socket of pair) if (!socket.destroyed) socket.resetAndDestroy();
  }

  #sockets(): Socket[] {
    return [...this.#pairs].flat();
  }
}
