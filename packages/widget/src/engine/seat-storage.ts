import type { Role } from '@rendev/interview-protocol';
import { readJson, tabStorage, writeJson } from './browser-storage.ts';
import type { CodeEntry, Entry } from './session.ts';

/** What a reload needs to come back into the same seat. */
export interface Seat {
  readonly resumeToken: string;
  readonly microphone: boolean;
  readonly camera: boolean;
}

/** Whose seat it is, as far as the server has told. */
export interface Sitter {
  readonly interviewId: string;
  readonly role?: Role;
  readonly name?: string | null;
}

export interface StoredSeat extends Seat, Required<Sitter> {
  readonly server: string;
  readonly entry: Entry;
}

const KEY = 'rendev-interview:seats';
/** Of pages that did not come back; the oldest are forgotten. */
const MOST = 8;

/** Resume tokens that a session of this very page sits with: another one sits elsewhere. */
const inUse = new Set<string>();

/** The seat of one session, kept in this tab through a reload. */
export class SeatStorage {
  readonly #server: string;
  #held: StoredSeat | null = null;
  /** Taken by another tab: this page may ask for it back, but the page after it knows nothing. */
  #yielded: StoredSeat | null = null;

  constructor(server: string) {
    this.#server = server;
  }

  /** The code that led to a seat which waits for this page. */
  get keptEntry(): CodeEntry | null {
    const entry = this.#find((seat) => 'code' in seat.entry)?.entry;
    return entry && 'code' in entry ? entry : null;
  }

  /** Takes the seat that was had with this entry; `null` if there is none that is free. */
  claim(entry: Entry): StoredSeat | null {
    const isSame = (seat: StoredSeat) => entryKey(seat.entry) === entryKey(entry);
    const yielded = this.#yielded;
    return this.#take(yielded && isSame(yielded) ? yielded : this.#find(isSame));
  }

  /** The same for a ticket that was minted anew, once its interview and person are known. */
  claimOf(sitter: Sitter): StoredSeat | null {
    return this.#take(
      this.#find(
        ({ entry, interviewId, role, name }) =>
          'ticket' in entry &&
          interviewId === sitter.interviewId &&
          (sitter.role ?? role) === role &&
          (sitter.name ?? name) === name,
      ),
    );
  }

  /** The seat is taken from now on. */
  hold(entry: Entry, { resumeToken, microphone, camera }: Seat, sitter: Required<Sitter>): void {
    const server = this.#server;
    this.#replace({ resumeToken, microphone, camera, ...sitter, server, entry });
  }

  /** Remembers what has changed about the seat, if one is held. */
  update({ microphone, camera }: Omit<Seat, 'resumeToken'>): void {
    if (this.#held) this.#replace({ ...this.#held, microphone, camera });
  }

  /** Not taken after all; it waits for another try. */
  release(): void {
    if (this.#held) inUse.delete(this.#held.resumeToken);
    this.#held = null;
  }

  /** Another tab sits there now. */
  yield(): void {
    this.#yielded = this.#held;
    this.clear();
  }

  clear(): void {
    this.#replace(null);
  }

  #find(fits: (seat: StoredSeat) => boolean): StoredSeat | null {
    const isFree = ({ server, resumeToken }: StoredSeat) =>
      server === this.#server && !inUse.has(resumeToken);
    return stored().find((seat) => isFree(seat) && fits(seat)) ?? null;
  }

  #take(seat: StoredSeat | null): StoredSeat | null {
    this.#yielded = null;
    if (seat) this.#replace(seat);
    return seat;
  }

  #replace(next: StoredSeat | null): void {
    const tokens = [this.#held?.resumeToken, next?.resumeToken];
    const others = stored().filter(({ resumeToken }) => !tokens.includes(resumeToken));
    const seats = next ? [...others, next].slice(-MOST) : others;
    this.release();
    this.#held = next;
    if (next) inUse.add(next.resumeToken);
    writeJson(tabStorage(), KEY, seats.length > 0 ? seats : null);
  }
}

function stored(): StoredSeat[] {
  const seats = readJson(tabStorage(), KEY);
  return Array.isArray(seats) ? (seats as StoredSeat[]) : [];
}

function entryKey(entry: Entry): string {
  return 'ticket' in entry
    ? `ticket:${entry.ticket}`
    : `code:${entry.code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()}`;
}
