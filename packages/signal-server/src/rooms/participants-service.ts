import type { Goodbye, LeaveReason, MediaState } from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';
import { hashSecret } from '../ids.ts';
import { ok } from '../result.ts';
import type { Database } from '../storage/database.ts';
import type { ParticipantChange, ParticipantRow } from '../storage/tables.ts';
import { transact } from '../storage/transact.ts';
import { announce, announceLeft } from './announce.ts';
import type { Attendance } from './attendance.ts';
import {
  changeParticipant,
  disconnectedAt,
  expireAbsent,
  findByResumeHash,
  mediaColumns,
  outOfRoom,
  PRESENT,
  raiseHand,
} from './participants-repository.ts';
import type { RoomBus } from './room-bus.ts';

export interface ParticipantsOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly bus: RoomBus;
  readonly attendance: Attendance;
  /** How long a participant without connection keeps the seat, in ms. */
  readonly graceMs: number;
  /** The same after a goodbye. */
  readonly goodbyeMs: number;
}

/** Who is there, what they send, and how they go. Every change is told to the room, once. */
export class ParticipantsService {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #bus: RoomBus;
  readonly #attendance: Attendance;
  readonly #graceMs: number;
  readonly #goodbyeMs: number;

  constructor({ db, clock, bus, attendance, graceMs, goodbyeMs }: ParticipantsOptions) {
    this.#db = db;
    this.#clock = clock;
    this.#bus = bus;
    this.#attendance = attendance;
    this.#graceMs = graceMs;
    this.#goodbyeMs = goodbyeMs;
  }

  setMedia(id: string, media: MediaState): Promise<void> {
    return this.#update(id, mediaColumns(media));
  }

  /** A hand that is up already keeps its place in the order. */
  async setHand(id: string, raised: boolean): Promise<void> {
    if (!raised) return this.#update(id, { hand_raised_at: null });
    const row = await raiseHand(this.#db, id, this.#clock());
    if (row !== undefined) announce(this.#bus, 'participant:updated', row);
  }

  /** The person goes, for good as far as they know. */
  async leave(id: string): Promise<void> {
    const left = await transact(this.#db, async (trx) => {
      const row = await changeParticipant(trx, { id, states: PRESENT }, outOfRoom('left', 'left'));
      if (row !== undefined) await this.#attendance.left(trx, row, 'left');
      return ok(row);
    });
    if (left.ok && left.value !== undefined) announceLeft(this.#bus, left.value, 'left');
  }

  /** A connection broke. Means nothing where a newer connection has the seat. */
  async lose(id: string, connectionId: string): Promise<void> {
    const row = await changeParticipant(
      this.#db,
      { id, connectionId, states: PRESENT },
      disconnectedAt(this.#clock()),
    );
    if (row !== undefined) announce(this.#bus, 'participant:updated', row);
  }

  /**
   * A page closes; the person may be back in another one. Means nothing where a newer page, or a
   * newer connection of the same, has the seat.
   */
  async goodbye({ epoch, resumeToken }: Goodbye): Promise<void> {
    const seated = await findByResumeHash(this.#db, hashSecret(resumeToken));
    if (seated?.epoch !== epoch) return;
    const { id, interview_id: interviewId, connection_id: connectionId } = seated;
    const row = await changeParticipant(
      this.#db,
      { id, connectionId, states: PRESENT },
      // Said once or often: the time runs from the first sign of the end.
      { ...disconnectedAt(seated.disconnected_at ?? this.#clock()), leave_reason: 'left' },
    );
    if (row === undefined || connectionId === null) return;
    this.#bus.disconnect({ interviewId, participantId: id, connectionId });
    announce(this.#bus, 'participant:updated', row);
  }

  /** Whoever was away for longer than their seat waits has left. */
  async sweep(now: number): Promise<void> {
    const before = { lost: now - this.#graceMs, goodbye: now - this.#goodbyeMs };
    const expired = await transact(this.#db, async (trx) => {
      const rows = await expireAbsent(trx, before);
      for (const row of rows) await this.#attendance.left(trx, row, reasonOf(row));
      return ok(rows);
    });
    if (!expired.ok) return;
    for (const row of expired.value) announceLeft(this.#bus, row, reasonOf(row));
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

const reasonOf = ({ leave_reason: reason }: ParticipantRow): LeaveReason =>
  reason ?? 'network-lost';
