import type {
  ClientEventName,
  ClientPayload,
  ClientResult,
  JoinRequest,
} from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';
import { isPassing } from '../passing.ts';
import { RendevError } from '../rendev-error.ts';
import type { Connect, Connection, ServerEvent } from './signaling-channel.ts';

export interface ChannelPort {
  /** Made anew for every attempt. */
  join(): JoinRequest;
  receive(event: ServerEvent): void;
  /** The connection is gone and attempts to come back begin. */
  lost(): void;
  /** The first join failed for whatever reason, or a later one in a way that no repeating mends. */
  refused(error: RendevError): void;
}

const DELAYS_MS = [0, 300, 1_200, 2_700, 4_800, 7_000];
/** A connection that lasted this long was a good one: the delays begin anew after it. */
const STEADY_MS = 5_000;
const ACK_TIMEOUT_MS = 8_000;
const JOIN_TIMEOUT_MS = 15_000;

/** Keeps one connection to the room: comes back after each loss until closed or refused. */
export class ReconnectingChannel {
  readonly #connect: Connect;
  readonly #port: ChannelPort;
  readonly #clock: Clock;
  readonly #ended = new AbortController();
  #connection: Connection | null = null;
  /** Whether the present connection has answered the join. */
  #live = false;
  #joinedOnce = false;
  #attempts = 0;
  /** Counts attempts, to know what comes from one that was given up. */
  #dials = 0;
  #liveSince = 0;
  #cancelTimer: (() => void) | undefined;

  constructor(connect: Connect, port: ChannelPort, clock: Clock) {
    this.#connect = connect;
    this.#port = port;
    this.#clock = clock;
    globalThis.addEventListener(
      'online',
      () => {
        if (!this.#live && this.#joinedOnce) this.#dial();
      },
      { signal: this.#ended.signal },
    );
  }

  get live(): boolean {
    return this.#live;
  }

  open(): void {
    this.#dial();
  }

  async request<E extends ClientEventName>(
    event: E,
    payload: ClientPayload<E>,
    timeoutMs = ACK_TIMEOUT_MS,
  ): Promise<ClientResult<E>> {
    if (!this.#live || !this.#connection) {
      throw new RendevError('server-unreachable', { retryable: true });
    }
    return this.#connection.request(event, payload, timeoutMs);
  }

  close(): void {
    this.#ended.abort();
    this.#drop();
  }

  #drop(): void {
    this.#dials += 1;
    this.#cancelTimer?.();
    this.#connection?.close();
    this.#connection = null;
    this.#live = false;
  }

  #dial(): void {
    this.#drop();
    const dial = this.#dials;
    const over = (error: RendevError) => {
      if (dial === this.#dials) this.#over(error);
    };
    this.#cancelTimer = this.#clock.after(JOIN_TIMEOUT_MS, () => {
      over(new RendevError('timeout', { retryable: true }));
    });
    this.#connection = this.#connect(this.#port.join(), {
      receive: (event) => {
        if (dial === this.#dials) this.#receive(event, over);
      },
      closed: over,
    });
  }

  #receive(event: ServerEvent, over: (error: RendevError) => void): void {
    if (event.name === 'session:closed' && event.payload.code === 'unavailable') {
      over(new RendevError('unavailable', { retryable: true }));
      return;
    }
    if (event.name === 'room:snapshot' && !this.#live) {
      this.#cancelTimer?.();
      this.#live = true;
      this.#joinedOnce = true;
      this.#liveSince = this.#clock.now();
    }
    this.#port.receive(event);
  }

  #over(error: RendevError): void {
    const wasLive = this.#live;
    this.#drop();
    if (!this.#joinedOnce || !isPassing(error)) {
      this.#ended.abort();
      this.#port.refused(error);
      return;
    }
    if (wasLive) {
      // A server that lets us in and drops us at once is not asked without pause.
      if (this.#clock.now() - this.#liveSince > STEADY_MS) this.#attempts = 0;
      this.#port.lost();
    }
    const delay = DELAYS_MS[Math.min(this.#attempts, DELAYS_MS.length - 1)] ?? 0;
    this.#attempts += 1;
    this.#cancelTimer = this.#clock.after(
      Math.max(delay * (0.85 + 0.3 * Math.random()), error.retryAfterMs ?? 0),
      () => {
        this.#dial();
      },
    );
  }
}
