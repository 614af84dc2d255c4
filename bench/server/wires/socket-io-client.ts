import type { WebSocket } from 'ws';
import { openSocket } from './raw-socket.ts';

type Handler = (payload: unknown) => void;

export interface ConnectOptions {
  /** Default `/socket.io`. */
  readonly path?: string;
  readonly auth?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a server answered to a handshake that it refused. */
export class Refused extends Error {
  readonly data: unknown;

  constructor(message: string, data: unknown) {
    super(message);
    this.data = data;
  }
}

/**
 * Socket.IO's protocol (Engine.IO 4, Socket.IO 5) on a bare WebSocket: the load must cost less than what
 * it loads, which the official client would not.
 */
export class SocketIoClient {
  readonly #socket: WebSocket;
  readonly #handlers = new Map<string, Handler>();
  readonly #answers = new Map<number, Handler>();
  #asked = 0;
  onClose: () => void = () => undefined;
  id = '';

  /** Resolves when the server has taken the handshake; rejects with `Refused`. */
  static async connect(
    url: string,
    { path = '/socket.io', auth, headers = {} }: ConnectOptions = {},
    handlers: Readonly<Record<string, Handler>> = {},
  ): Promise<SocketIoClient> {
    const address = `${url.replace('http', 'ws')}${path}/?EIO=4&transport=websocket`;
    const { socket } = await openSocket(address, headers);
    const client = new SocketIoClient(socket, handlers);
    await client.#join(auth);
    return client;
  }

  private constructor(socket: WebSocket, handlers: Readonly<Record<string, Handler>>) {
    this.#socket = socket;
    for (const [event, handler] of Object.entries(handlers)) this.#handlers.set(event, handler);
  }

  async #join(auth: object | undefined): Promise<void> {
    const joined = new Promise<void>((resolve, reject) => {
      this.#socket.on('message', (data: Buffer) => {
        const packet = data.toString();
        if (packet.startsWith('42')) this.#take(packet);
        else if (packet.startsWith('43')) this.#takeAnswer(packet);
        else if (packet === '2') this.#socket.send('3');
        else if (packet.startsWith('40')) {
          this.id = (JSON.parse(packet.slice(2)) as { sid: string }).sid;
          resolve();
        } else if (packet.startsWith('44')) {
          const { message, data: reason } = JSON.parse(packet.slice(2)) as Refused;
          reject(new Refused(message, reason));
        }
      });
      this.#socket.on('error', reject);
      this.#socket.on('close', () => {
        reject(new Error('The connection closed'));
        this.onClose();
      });
    });
    this.#socket.send(`40${auth === undefined ? '' : JSON.stringify(auth)}`);
    await joined;
  }

  on(event: string, handler: Handler): void {
    this.#handlers.set(event, handler);
  }

  emit(event: string, payload: unknown): void {
    this.#socket.send(`42${JSON.stringify([event, payload])}`);
  }

  /** As `emit`, acknowledged. */
  ask(event: string, payload: unknown, answered: Handler): void {
    this.#asked += 1;
    this.#answers.set(this.#asked, answered);
    this.#socket.send(`42${this.#asked}${JSON.stringify([event, payload])}`);
  }

  close(): void {
    this.#socket.terminate();
  }

  #take(packet: string): void {
    const [event, payload] = JSON.parse(packet.slice(2)) as [string, unknown];
    this.#handlers.get(event)?.(payload);
  }

  #takeAnswer(packet: string): void {
    const start = packet.indexOf('[');
    const id = Number(packet.slice(2, start));
    const [payload] = JSON.parse(packet.slice(start)) as [unknown];
    this.#answers.get(id)?.(payload);
    this.#answers.delete(id);
  }
}
