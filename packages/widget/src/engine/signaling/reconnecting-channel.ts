import type {
  ClientEventName,
  ClientPayload,
  ClientResult,
  JoinRequest,
} from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';
import { jittered } from '../jitter.ts';
import { onPageVisible } from '../page-life.ts';
import { isPassing } from '../passing.ts';
import { RendevError } from '../rendev-error.ts';
import type { Connect, Connection, ServerEvent } from './signaling-channel.ts';

export interface ChannelPort {
  /** Made anew for every attempt, when its handshake is about to be sent. */
  join(): Promise<JoinRequest>;
  receive(event: ServerEvent): void;
  /** The connection is gone and attempts to come back begin. */
  lost(): void;
  /** The first join failed for whatever reason, or a later one in a way that no repeating mends. */
  refused(error: RendevError): void;
}

/** Then each 2 s for a minute, so that a server that is back is joined within 3 s; then more seldom. */
const FIRST_DELAYS_MS = [0, 300, 1_000];
const DELAY_MS = 2_000;
const DELAY_MAX_MS = 8_500;
/** Part of the outage that a wait lasts, once that is more than `DELAY_MS`. */
const DELAY_PART = 1 / 30;
/** A connection that lasted this long was a good one: the delays begin anew after it. */
const STEADY_MS = 5_000;
const ACK_TIMEOUT_MS = 8_000;
const JOIN_TIMEOUT_MS = 15_000;
/**
 * For coming back, more by `REJOIN_MORE_MS` with each attempt: a network that was away leaves a
 * connection in the making to the long waits of TCP (1, 2, 4 s and so on), where a new one is quick.
 */
const REJOIN_TIMEOUT_MS = 4_000;
const REJOIN_MORE_MS = 1_000;

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
  #lostSince = 0;
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
    onPageVisible(() => {
      const isWaiting = this.#joinedOnce && this.#connection === null;
      if (isWaiting) this.#dial();
    }, this.#ended.signal);
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

  /** For what the other side learns anew after the next loss anyway. */
  tell<E extends ClientEventName>(event: E, payload: ClientPayload<E>): void {
    if (this.#live) this.#connection?.tell(event, payload);
  }

  /**
   * A request that shows whether the connection still works: without an answer it is given up for a
   * new one, as a websocket on a network that is gone says nothing for long.
   */
  async probe<E extends ClientEventName>(
    event: E,
    payload: ClientPayload<E>,
    timeoutMs: number,
  ): Promise<ClientResult<E>> {
    const dial = this.#dials;
    try {
      return await this.request(event, payload, timeoutMs);
    } catch (error) {
      if ((error as RendevError).code === 'timeout' && dial === this.#dials) {
        this.#over(error as RendevError);
      }
      throw error;
    }
  }

  /** Gives the connection up, as if it had been lost for that reason. */
  breakOff(code: 'server-unreachable' | 'unavailable'): void {
    if (this.#live) this.#over(new RendevError(code, { retryable: true }));
  }

  /** Lets the connection go without a word, until `open`. */
  pause(): void {
    this.#drop();
    this.#attempts = 0;
    this.#lostSince = this.#clock.now();
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
    const timeout = this.#joinedOnce
      ? Math.min(REJOIN_TIMEOUT_MS + REJOIN_MORE_MS * this.#attempts, JOIN_TIMEOUT_MS)
      : JOIN_TIMEOUT_MS;
    this.#cancelTimer = this.#clock.after(timeout, () => {
      over(new RendevError('timeout', { retryable: true }));
    });
    this.#connection = this.#connect(() => this.#port.join(), {
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
      this.#lostSince ||= this.#liveSince;
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
      if (this.#clock.now() - this.#liveSince > STEADY_MS) {
        this.#attempts = 0;
        this.#lostSince = this.#clock.now();
      }
      this.#port.lost();
    }
    const wait = Math.max(this.#delay(), error.retryAfterMs ?? 0);
    this.#attempts += 1;
    this.#cancelTimer = this.#clock.after(wait, () => {
      this.#dial();
    });
  }

  #delay(): number {
    const outage = this.#clock.now() - this.#lostSince;
    const later = Math.min(Math.max(outage * DELAY_PART, DELAY_MS), DELAY_MAX_MS);
    return jittered(FIRST_DELAYS_MS[this.#attempts] ?? later);
  }
}
