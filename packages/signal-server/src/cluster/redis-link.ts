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
  /**
   * Refuses commands at once while Redis is away. Words come in by the same connection (RESP3), so that
   * the answer to one's own word and a word of another node are often one read.
   */
  readonly commands: Client;
  readonly #backAgain = new Set<() => void>();

  /** @throws StartFault */
  static async open(url: string, onFault: (error: unknown) => void): Promise<RedisLink> {
    const { createClient } = await import('@redis/client');
    const settings = { strict: true };
    const commands: Client = createClient({
      url,
      disableOfflineQueue: true,
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
    });
    commands.on('error', (error: unknown) => {
      if (!settings.strict) onFault(error);
    });
    try {
      await commands.connect();
      // Asked of a channel that nobody hears.
      await commands.sPublish(`${PREFIX}start`, '');
    } catch (error) {
      if (commands.isOpen) commands.destroy();
      throw toFault(url, error);
    }
    settings.strict = false;
    return new RedisLink(commands);
  }

  private constructor(commands: Client) {
    this.commands = commands;
    commands.on('ready', () => {
      for (const back of this.#backAgain) back();
    });
  }

  /** Called whenever Redis is back and words may have been lost. */
  onBackAgain(back: () => void): void {
    this.#backAgain.add(back);
  }

  /** Whether words go out and come in. */
  get isUp(): boolean {
    return this.commands.isReady;
  }

  /**
   * @returns how many nodes hear it
   * @throws while Redis is away
   */
  publish(channel: string, text: string): Promise<number> {
    return this.commands.sPublish(PREFIX + channel, text);
  }

  /** Again is the same. Where Redis is away, it is to be asked for again when it is back. */
  async subscribe(channel: string, onWord: OnWord): Promise<void> {
    const subscribed = this.commands.sSubscribe(PREFIX + channel, onWord).catch(() => undefined);
    if (!this.isUp) return;
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
    this.commands.sUnsubscribe(PREFIX + channel, onWord).catch(() => undefined);
  }

  /** After what was said last. */
  async close(): Promise<void> {
    this.#backAgain.clear();
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
