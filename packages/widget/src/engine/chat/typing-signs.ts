import type { ChatPort } from './chat-port.ts';

/** A sign that is not renewed goes out by itself, as the word that typing ended may be lost. */
const EXPIRES_MS = 6_000;
const RENEW_MS = 3_000;

/** Who is typing now, and the own sign to the others. */
export class TypingSigns {
  readonly #port: ChatPort;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #ids: readonly string[] = [];
  #sentAt = 0;

  constructor(port: ChatPort) {
    this.#port = port;
  }

  get ids(): readonly string[] {
    return this.#ids;
  }

  add(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => {
        this.remove(id);
      }, EXPIRES_MS),
    );
    this.#update();
  }

  remove(id: string): void {
    clearTimeout(this.#timers.get(id));
    if (this.#timers.delete(id)) this.#update();
  }

  /** Called on every key stroke; sent when it changes and every 3 s while it lasts. */
  setOwn(typing: boolean): void {
    const wasTyping = this.#sentAt > 0;
    if (!typing && !wasTyping) return;
    if (typing && Date.now() - this.#sentAt < RENEW_MS) return;
    this.#sentAt = typing ? Date.now() : 0;
    this.#port.request('chat:typing', { typing }).catch(() => undefined); // a courtesy only
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #update(): void {
    this.#ids = [...this.#timers.keys()];
    this.#port.changed();
  }
}
