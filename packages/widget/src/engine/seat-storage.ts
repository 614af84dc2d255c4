import { readJson, tabStorage, writeJson } from './browser-storage.ts';
import type { Entry } from './session.ts';

/** What a reload needs to come back into the same seat. */
export interface Seat {
  readonly resumeToken: string;
  readonly microphone: boolean;
  readonly camera: boolean;
}

interface StoredSeat extends Seat {
  readonly server: string;
  readonly entry: string;
}

const KEY = 'rendev-interview:seat';

/** The seat of this tab, kept through a reload. */
export class SeatStorage {
  readonly #server: string;
  #held: StoredSeat | null = null;

  constructor(server: string) {
    this.#server = server;
  }

  /** The seat that was taken with this entry; `null` if there is none. */
  load(entry: Entry): Seat | null {
    const stored = readJson(tabStorage(), KEY) as Partial<StoredSeat> | null;
    if (stored?.server !== this.#server || stored.entry !== entryKey(entry)) return null;
    const { resumeToken, microphone = false, camera = false } = stored;
    return resumeToken === undefined ? null : { resumeToken, microphone, camera };
  }

  /** The seat is taken from now on. */
  hold(entry: Entry, seat: Seat): void {
    this.#held = { ...seat, server: this.#server, entry: entryKey(entry) };
    writeJson(tabStorage(), KEY, this.#held);
  }

  /** Remembers what has changed about the seat, if one is held. */
  update(change: Partial<Seat>): void {
    if (!this.#held) return;
    this.#held = { ...this.#held, ...change };
    writeJson(tabStorage(), KEY, this.#held);
  }

  clear(): void {
    this.#held = null;
    writeJson(tabStorage(), KEY, null);
  }
}

function entryKey(entry: Entry): string {
  return 'ticket' in entry
    ? entry.ticket
    : entry.code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}
