import type { MediaState } from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { ParticipantChange, ParticipantRow } from '../storage/tables.ts';
import { announce, announceLeft } from './announce.ts';
import {
  changeParticipant,
  disconnectAll,
  expireLost,
  leaveAll,
  mediaColumns,
  outOfRoom,
  PRESENT,
} from './participants-repository.ts';
import type { RoomBus } from './room-bus.ts';

export interface ParticipantsOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly bus: RoomBus;
  /** How long a participant without connection keeps the seat, in ms. */
  readonly graceMs: number;
}

/** Who is there, what they send, and how they go. Every change is told to the room, once. */
export class ParticipantsService {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #bus: RoomBus;
  readonly #graceMs: number;

  constructor({ db, clock, bus, graceMs }: ParticipantsOptions) {
    this.#db = db;
    this.#clock = clock;
    this.#bus = bus;
    this.#graceMs = graceMs;
  }

  setMedia(id: string, media: MediaState): Promise<void> {
    return this.#update(id, mediaColumns(media));
  }

  setHand(id: string, raised: boolean): Promise<void> {
    return this.#update(id, { hand: raised ? 1 : 0 });
  }

  /** The person says goodbye. */
  async leave(id: string): Promise<void> {
    const row = await changeParticipant(
      this.#db,
      { id, states: PRESENT },
      outOfRoom('left', 'left'),
    );
    if (row !== undefined) announceLeft(this.#bus, row, 'left');
  }

  /** A connection broke. Means nothing where a newer connection has the seat. */
  async lose(id: string, connectionId: string): Promise<void> {
    const row = await changeParticipant(
      this.#db,
      { id, connectionId, states: PRESENT },
      { connection_id: null, node_id: null, disconnected_at: this.#clock() },
    );
    if (row !== undefined) announce(this.#bus, 'participant:updated', row);
  }

  /** Whoever was lost for longer than the grace has left. */
  async sweep(now: number): Promise<void> {
    for (const row of await expireLost(this.#db, now - this.#graceMs)) {
      announceLeft(this.#bus, row, 'network-lost');
    }
  }

  /** The interview is over: nobody is in its room any more. */
  leaveAll(interviewId: string): Promise<void> {
    return leaveAll(this.#db, interviewId);
  }

  /** To be done before the first connection after a start. */
  recover(): Promise<void> {
    return disconnectAll(this.#db, this.#clock());
  }

  async #update(id: string, change: ParticipantChange): Promise<void> {
    const row: ParticipantRow | undefined = await changeParticipant(
      this.#db,
      { id, states: PRESENT },
      change,
    );
    if (row !== undefined) announce(this.#bus, 'participant:updated', row);
  }
}
