import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { eventually } from '../../packages/signal-server/test/realtime/client.ts';

const TEXT = 0x1;
const MASKED = 0x80;
const FINAL = 0x80;
const SHORT_MAX = 125;
const MEDIUM_MAX = 65_535;

/** The head of an HTTP request, line by line. */
const head = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;

/** A connection on which anything may be written: what no browser and no library would send. */
export class RawSocket {
  readonly socket: Socket;
  #received = Buffer.alloc(0);
  /** Resolves when the server has ended it. */
  readonly closed: Promise<unknown>;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (bytes) => {
      this.#received = Buffer.concat([this.#received, bytes]);
    });
    // A reset is an end like any other here.
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => socket.once('close', resolve));
  }

  static async open(url: string): Promise<RawSocket> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawSocket(socket);
  }

  /** With the upgrade to a websocket asked for. */
  static async upgrade(url: string, headers: readonly string[] = []): Promise<RawSocket> {
    const raw = await RawSocket.open(url);
    raw.write(
      head(
        'GET /v1/realtime/?EIO=4&transport=websocket HTTP/1.1',
        `Host: ${new URL(url).host}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        ...headers,
      ),
    );
    return raw;
  }

  /** Joins as a page does, and reads the snapshot. */
  static async join(url: string, auth: object): Promise<RawSocket> {
    const raw = await RawSocket.upgrade(url);
    await eventually('the websocket', () => raw.text.includes('0{"sid"') || undefined);
    raw.send(`40${JSON.stringify(auth)}`);
    await eventually('the snapshot', () => raw.text.includes('42["room:snapshot"') || undefined);
    return raw;
  }

  /** Everything that came. */
  get text(): string {
    return this.#received.toString('latin1');
  }

  get length(): number {
    return this.#received.length;
  }

  write(bytes: string | Uint8Array): void {
    if (this.socket.writable) this.socket.write(bytes);
  }

  send(text: string): void {
    this.write(frame(Buffer.from(text)));
  }

  /** No more is to come; what came is answered. */
  end(): void {
    this.socket.end();
  }

  destroy(): void {
    this.socket.destroy();
  }
}

/** A frame of RFC 6455, section 5.2, as a client sends it. */
export function frame(
  payload: Uint8Array,
  { opcode = TEXT, final = true, masked = true } = {},
): Buffer {
  const first = (final ? FINAL : 0) | opcode;
  const mark = masked ? MASKED : 0;
  const { length } = payload;
  let header: Buffer;
  if (length <= SHORT_MAX) {
    header = Buffer.from([first, mark | length]);
  } else if (length <= MEDIUM_MAX) {
    header = Buffer.from([first, mark | 126, 0, 0]);
    header.writeUInt16BE(length, 2);
  } else {
    header = Buffer.alloc(10);
    header.set([first, mark | 127]);
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  if (!masked) return Buffer.concat([header, payload]);
  const mask = randomBytes(4);
  const body = Buffer.from(payload).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return Buffer.concat([header, mask, body]);
}
