import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import type { MessageRow } from '../storage/tables.ts';
import type { MessageLog, Post } from './message-log.ts';

/** What the thread is asked for; `null`: to close its connection and end. */
export type Ask = { readonly posts: readonly Post[]; readonly now: number } | null;

export type Answer =
  { readonly results: readonly Result<MessageRow>[] } | { readonly error: unknown };

/** The file beside this one: a source or what is built of it. */
const SCRIPT = new URL(`./storing-thread-main${extname(import.meta.url)}`, import.meta.url);

/**
 * Stores messages in a SQLite file on a thread and a connection of its own: node:sqlite has whoever
 * calls it wait for the disk, and the event loop has everybody else to serve meanwhile. The thread
 * comes with the first message.
 */
export class StoringThread implements MessageLog {
  readonly #db: Database;
  readonly #file: string;
  #worker: Worker | undefined;
  #asked: PromiseWithResolvers<readonly Result<MessageRow>[]> | undefined;

  /** @param db on that file, too */
  constructor(db: Database, file: string) {
    this.#db = db;
    this.#file = file;
  }

  /** Rejects also when the thread breaks off; the next call has a new one. */
  store(posts: readonly Post[], now: number): Promise<readonly Result<MessageRow>[]> {
    // In the turn of this thread's only connection: SQLite has whoever finds it locked sleep, which
    // here would be the event loop.
    return this.#db.connection().execute(() => this.#ask({ posts, now }));
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    const gone = once(worker, 'exit');
    worker.postMessage(null satisfies Ask);
    await gone;
  }

  #ask(ask: Ask): Promise<readonly Result<MessageRow>[]> {
    this.#worker ??= this.#start();
    this.#asked = Promise.withResolvers();
    this.#worker.postMessage(ask);
    return this.#asked.promise;
  }

  #start(): Worker {
    const worker = new Worker(SCRIPT, { workerData: this.#file });
    let fault: unknown;
    worker.on('message', (answer: Answer) => {
      if ('error' in answer) this.#asked?.reject(answer.error);
      else this.#asked?.resolve(answer.results);
    });
    worker.on('error', (error) => {
      fault = error;
    });
    worker.on('exit', () => {
      this.#worker = undefined;
      this.#asked?.reject(new Error('The thread that stores messages ended', { cause: fault }));
    });
    return worker;
  }
}
