import type { ChatPort } from './chat-port.ts';

/** Several messages that come at once are one report. A read mark that comes first says it all. */
const WAIT_MS = 500;

/** Tells the others how far this page has received their messages. */
export class DeliveryReport {
  readonly #port: ChatPort;
  /** What the others know, by a read mark or a report. */
  #known = 0;
  #received = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(port: ChatPort) {
    this.#port = port;
  }

  /** After every connect: what the server has of this page, as a report may have been lost. */
  connected(known: number): void {
    this.#known = known;
    this.#wait();
  }

  /** Every message of the others up to this sequence is here. */
  received(seq: number): void {
    this.#received = Math.max(this.#received, seq);
    this.#wait();
  }

  /** A read mark was sent. */
  read(seq: number): void {
    this.#known = Math.max(this.#known, seq);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    if (this.#received <= this.#known) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#report();
    }, WAIT_MS);
  }

  #report(): void {
    const seq = this.#received;
    if (seq <= this.#known) return;
    this.#known = seq;
    // Lost with the connection, it is told again after the next one: see `connected`.
    this.#port.request('chat:delivered', { seq }).catch(() => undefined);
  }
}
