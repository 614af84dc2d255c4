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

  constructor(server: string) {
    this.#server = server;
  }

  /** The seat that was taken with this entry; `null` if there is none. */
  load(entry: Entry): Seat | null {
    const stored = readJson(tabStorage(), KEY) as Partial<StoredSeat> | null;
    return stored?.resumeToken && stored.server === this.#server && stored.entry === entryKey(entry)
      ? {
          resumeToken: stored.resumeToken,
          microphone: stored.microphone === true,
          camera: stored.camera === true,
        }
      : null;
  }

  save(entry: Entry, seat: Seat): void {
    const stored: StoredSeat = { ...seat, server: this.#server, entry: entryKey(entry) };
    writeJson(tabStorage(), KEY, stored);
  }

  clear(): void {
    writeJson(tabStorage(), KEY, null);
  }
}

function entryKey(entry: Entry): string {
  return 'ticket' in entry
    ? entry.ticket
    : entry.code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}
