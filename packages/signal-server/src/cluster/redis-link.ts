import type { RedisClientType } from '@redis/client';
import { StartFault } from '../start-fault.ts';

const CONNECT_MS = 3_000;
/** A Redis that does not answer for `SILENT_MS` is taken for gone; asked each `PING_MS`. */
const PING_MS = 2_000;
const SILENT_MS = 6_000;
const RETRY_MAX_MS = 500;
/** A node must not keep a join waiting for a Redis that hangs. */
const SUBSCRIBE_MS = 2_000;
const PREFIX = 'rendev:';

type Client = RedisClientType;
export type OnWord = (text: string, channel: string) => void;

/**
 * Words between the nodes, by Redis' sharded channels: one shard hears of a channel, not all. Words
 * are not kept: whoever is cut off is told when that is over, and looks into the store.
 */
export class RedisLink {
  /** For commands; refuses them at once while Redis is away. */
  readonly commands: Client;
  readonly #subscriber: Client;
  readonly #backAgain = new Set<() => void>();

  /** @throws StartFault */
  static async open(url: string, onFault: (error: unknown) => void): Promise<RedisLink> {
    const { createClient } = await import('@redis/client');
    const settings = { strict: true };
    const options = {
      url,
      pingInterval: PING_MS,
      // A timer for each command would cost more than the command; what hangs is found by the pings.
      commandOptions: { timeout: 0 },
      socket: {
        connectTimeout: CONNECT_MS,
        socketTimeout: SILENT_MS,
        // The first connection comes about or the start fails; a later one is tried for ever.
        reconnectStrategy: (retries: number, cause: Error): number | Error =>
          settings.strict ? cause : Math.min(20 * 2 ** retries, RETRY_MAX_MS),
      },
    };
    const commands: Client = createClient({ ...options, disableOfflineQueue: true });
    const subscriber: Client = createClient(options);
    const reported = (error: unknown) => {
      if (!settings.strict) onFault(error);
    };
    commands.on('error', reported);
    subscriber.on('error', reported);
    try {
      await Promise.all([commands.connect(), subscriber.connect()]);
      // Asked of a channel that nobody hears.
      await commands.sPublish(`${PREFIX}start`, '');
    } catch (error) {
      for (const client of [commands, subscriber]) if (client.isOpen) client.destroy();
      throw toFault(url, error);
    }
    settings.strict = false;
    return new RedisLink(commands, subscriber);
  }

  private constructor(commands: Client, subscriber: Client) {
    this.commands = commands;
    this.#subscriber = subscriber;
    for (const client of [commands, subscriber]) {
      client.on('ready', () => {
        for (const back of this.#backAgain) back();
      });
    }
  }

  /** Called whenever Redis is back and words may have been lost. */
  onBackAgain(back: () => void): void {
    this.#backAgain.add(back);
  }

  /** Whether words go out and come in. */
  get isUp(): boolean {
    return this.commands.isReady && this.#subscriber.isReady;
  }

  /**
   * @returns how many nodes hear it
   * @throws while Redis is away
   */
  publish(channel: string, text: string): Promise<number> {
    return this.commands.sPublish(PREFIX + channel, text);
  }

  /** Again is the same. Where Redis is away, the channel is heard when it is back. */
  async subscribe(channel: string, onWord: OnWord): Promise<void> {
    const subscribed = this.#subscriber.sSubscribe(PREFIX + channel, onWord).catch(() => undefined);
    if (!this.#subscriber.isReady) return;
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort();
    }, SUBSCRIBE_MS);
    const patience = new Promise<void>((resolve) => {
      late.signal.addEventListener('abort', () => {
        resolve();
      });
    });
    await Promise.race([subscribed, patience]);
    clearTimeout(timer);
  }

  unsubscribe(channel: string, onWord: OnWord): void {
    this.#subscriber.sUnsubscribe(PREFIX + channel, onWord).catch(() => undefined);
  }

  /** After what was said last. */
  async close(): Promise<void> {
    this.#backAgain.clear();
    this.#subscriber.destroy();
    if (this.commands.isReady) await this.commands.close();
    else if (this.commands.isOpen) this.commands.destroy();
  }
}

/** The channel without what sets ours apart from other programs' in one Redis. */
export const ownChannel = (channel: string): string => channel.slice(PREFIX.length);

function toFault(url: string, error: unknown): StartFault {
  const { protocol, host } = new URL(url);
  const shown = `${protocol}//${host}`;
  const said = error instanceof Error ? error.message || error.name : String(error);
  if (/WRONGPASS|NOAUTH|NOPERM|AUTH/.test(said)) {
    return new StartFault('bus-forbidden', `${shown} does not accept the user`, error);
  }
  if (/unknown command/i.test(said)) {
    return new StartFault('bus-unsupported', `${shown} is older than Redis 7`, error);
  }
  return new StartFault('bus-unreachable', `${shown} does not answer (${said})`, error);
}
