import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type Ack,
  type ClientEventName,
  type ClientPayload,
  type Participant,
  PROTOCOL_VERSION,
  type RoomSnapshot,
  type ServerEventName,
  type ServerPayload,
  type WireError,
} from '@rendev/interview-protocol';
import { io, type Socket } from 'socket.io-client';

/** A condition that does not come true within this time fails the test. */
const PATIENCE_MS = 20_000;

export const newEpoch = (): string => randomBytes(9).toString('base64url');
export const newMessageId = (): string => randomUUID();

export interface Auth {
  readonly protocol?: unknown;
  readonly epoch?: unknown;
  readonly since?: unknown;
  readonly media?: unknown;
  readonly offers?: unknown;
  readonly ticket?: unknown;
  readonly resumeToken?: unknown;
  readonly name?: unknown;
}

interface Received {
  readonly event: string;
  readonly payload: unknown;
}

/** Resolves with the first value of `look` that is not undefined. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await delay(5);
  }
}

/** What a page would be: one epoch, one connection, everything that arrived in order. */
export class Client {
  readonly epoch: string;
  readonly socket: Socket;
  readonly received: Received[] = [];
  readonly #checks = new Set<() => void>();
  /** Why the socket closed; undefined while it is open. */
  closedBecause: string | undefined;
  refusal: WireError | Error | undefined;

  constructor(url: string, auth: Auth, options: { origin?: string } = {}) {
    this.epoch = typeof auth.epoch === 'string' ? auth.epoch : newEpoch();
    this.socket = io(url, {
      path: '/v1/realtime',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: {
        protocol: PROTOCOL_VERSION,
        since: 0,
        media: { microphone: true, camera: true, screen: false },
        ...auth,
        epoch: auth.epoch ?? this.epoch,
      },
      ...(options.origin === undefined ? {} : { extraHeaders: { origin: options.origin } }),
    });
    this.socket.onAny((event: string, payload: unknown) => {
      this.received.push({ event, payload });
      this.#check();
    });
    this.socket.on('disconnect', (reason) => {
      this.closedBecause = reason;
      this.#check();
    });
    this.socket.on('connect_error', (error: Error & { data?: WireError }) => {
      this.refusal = error.data ?? error;
      this.#check();
    });
  }

  #check(): void {
    for (const check of [...this.#checks]) check();
  }

  /** Resolves with the first value of `look` that is not undefined, now or after some event. */
  until<T>(what: string, look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        this.#checks.delete(check);
      };
      const check = () => {
        try {
          const value = look();
          if (value === undefined) return;
          resolve(value);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
        finish();
      };
      const timer = setTimeout(() => {
        finish();
        const seen = this.received.map(({ event }) => event).join(', ');
        const refusal = this.refusal && JSON.stringify(this.refusal);
        const end = this.closedBecause ?? refusal ?? 'open';
        reject(new Error(`Waited in vain for ${what}; saw [${seen}], socket: ${end}`));
      }, PATIENCE_MS);
      this.#checks.add(check);
      check();
    });
  }

  all<E extends ServerEventName>(event: E): ServerPayload<E>[] {
    return this.received
      .filter((one) => one.event === event)
      .map(({ payload }) => payload as ServerPayload<E>);
  }

  /** The first such event that fits, whenever it came. */
  event<E extends ServerEventName>(
    event: E,
    fits: (payload: ServerPayload<E>) => boolean = () => true,
  ): Promise<ServerPayload<E>> {
    return this.until(event, () => this.all(event).find(fits));
  }

  /** The first snapshot, or the one of that number from 1. */
  snapshot(number = 1): Promise<RoomSnapshot> {
    return this.until(`snapshot ${number}`, () => {
      if (this.refusal !== undefined) throw new Error(`Refused: ${JSON.stringify(this.refusal)}`);
      return this.all('room:snapshot')[number - 1];
    });
  }

  async self(): Promise<Participant> {
    return (await this.snapshot()).self;
  }

  refused(): Promise<WireError> {
    return this.until('a refusal', () => {
      if (this.refusal instanceof Error) throw this.refusal;
      return this.refusal;
    });
  }

  closed(): Promise<string> {
    return this.until('the end of the connection', () => this.closedBecause);
  }

  send<E extends ClientEventName>(event: E, payload: ClientPayload<E>): Promise<Ack<E>> {
    return this.sendRaw(event, payload) as Promise<Ack<E>>;
  }

  sendRaw(event: string, ...args: unknown[]): Promise<unknown> {
    return this.socket.timeout(PATIENCE_MS).emitWithAck(event, ...args) as Promise<unknown>;
  }

  say(text: string, id = newMessageId()): Promise<Ack<'chat:send'>> {
    return this.send('chat:send', { id, text });
  }

  /** The connection breaks without a goodbye. */
  async vanish(): Promise<void> {
    const { engine } = this.socket.io;
    const closed = new Promise((resolve) => engine.once('close', resolve));
    engine.close();
    await closed;
  }

  close(): void {
    this.socket.disconnect();
  }
}
