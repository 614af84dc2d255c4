import { LIMITS } from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import { storableText } from '../storage/storable-text.ts';
import type { ParticipantChange, ParticipantRow, ParticipantState } from '../storage/tables.ts';
import { transact } from '../storage/transact.ts';
import { announce, announceLeft } from './announce.ts';
import type { Attendance } from './attendance.ts';
import type { Connection } from './connection.ts';
import { toParticipant } from './participant-view.ts';
import { changeParticipant, findById, outOfRoom, PRESENT } from './participants-repository.ts';
import type { RoomBus } from './room-bus.ts';

export interface HostControlServices {
  readonly db: Database;
  readonly clock: Clock;
  readonly bus: RoomBus;
  readonly attendance: Attendance;
  readonly inBackground: (work: Promise<void>) => void;
}

/**
 * What an interviewer may do with the others. Each answers `participant-unknown` for somebody who is
 * not here, and `conflict` where the person is not in the state that the act is for; with a word of
 * more than 200 characters, `message-too-long`.
 */
export class HostControls {
  readonly #services: HostControlServices;

  constructor(services: HostControlServices) {
    this.#services = services;
  }

  /** Lets a waiting person in. */
  async admit(actor: Connection, id: string): Promise<Result<object>> {
    const { clock, bus, attendance } = this.#services;
    const change = { state: 'admitted', admitted_at: clock() } as const;
    const admitted = await this.#change(actor, id, ['waiting'], change, (trx, row) =>
      attendance.joined(trx, row),
    );
    if (!admitted.ok) return admitted;
    this.#renew(admitted.value, (row) => {
      const { interview_id: interviewId, id: except } = row;
      const shown = { participant: toParticipant(row) };
      bus.toRoom({ interviewId, audience: 'interviewers', except }, 'participant:updated', shown);
      // The others have not heard of the person until now.
      bus.toRoom({ interviewId, audience: 'guests', except }, 'participant:joined', shown);
    });
    return ok({});
  }

  /** Sends somebody from the room back to wait before it. */
  async toLobby(actor: Connection, id: string): Promise<Result<object>> {
    const { bus, attendance } = this.#services;
    const change = { state: 'waiting', admitted_at: null, hand_raised_at: null } as const;
    const moved = await this.#change(actor, id, ['admitted'], change, (trx, row) =>
      attendance.left(trx, row, 'lobby'),
    );
    if (!moved.ok) return moved;
    const { interview_id: interviewId } = moved.value;
    bus.exclude({ interviewId, participantId: id });
    const left = { id, reason: 'lobby' } as const;
    bus.toRoom({ interviewId, audience: 'room', except: id }, 'participant:left', left);
    announce(bus, 'participant:joined', moved.value);
    this.#renew(moved.value, () => undefined);
    return ok({});
  }

  /** Declines a waiting person, for good. The word is told to their page, and not stored. */
  reject(actor: Connection, id: string, word?: string): Promise<Result<object>> {
    return this.#expel(actor, id, ['waiting'], { code: 'rejected', word });
  }

  /** Puts somebody out of the room, for good, with a word as `reject`. */
  remove(actor: Connection, id: string, word?: string): Promise<Result<object>> {
    return this.#expel(actor, id, PRESENT, { code: 'removed', word });
  }

  /** Asks; the person's page decides. */
  async askToMute(actor: Connection, id: string): Promise<Result<object>> {
    const row = await findById(this.#services.db, id);
    if (row?.interview_id !== actor.interviewId || row.state !== 'admitted') {
      return refuse('participant-unknown');
    }
    const { interviewId } = actor;
    this.#services.bus.toParticipant({ interviewId, participantId: id }, 'participant:mute-asked', {
      by: actor.name,
    });
    return ok({});
  }

  async #expel(
    actor: Connection,
    id: string,
    states: readonly ParticipantState[],
    { code, word = '' }: { code: 'removed' | 'rejected'; word: string | undefined },
  ): Promise<Result<object>> {
    const { bus, attendance } = this.#services;
    const said = storableText(word.trim());
    if (said.length > LIMITS.wordLength) return refuse('message-too-long');
    const expelled = await this.#change(actor, id, states, outOfRoom(code, code), (trx, row) =>
      attendance.left(trx, row, code),
    );
    if (!expelled.ok) return expelled;
    const { interviewId } = actor;
    const closed = { code, retryable: false, ...(said !== '' && { word: said }) };
    bus.disconnect({ interviewId, participantId: id }, closed);
    announceLeft(bus, expelled.value, code);
    return ok({});
  }

  async #change(
    actor: Connection,
    id: string,
    states: readonly ParticipantState[],
    change: ParticipantChange,
    note: (trx: Database, row: ParticipantRow) => Promise<void>,
  ): Promise<Result<ParticipantRow>> {
    if (id === actor.participantId) return refuse('conflict');
    const { db } = this.#services;
    const { interviewId } = actor;
    const changed = await transact(db, async (trx) => {
      const row = await changeParticipant(trx, { id, interviewId, states }, change);
      if (row !== undefined) await note(trx, row);
      return ok(row);
    });
    if (!changed.ok) return changed;
    if (changed.value !== undefined) return ok(changed.value);
    const other = await findById(db, id);
    const isHere = other?.interview_id === interviewId && PRESENT.some((s) => s === other.state);
    return refuse(isHere ? 'conflict' : 'participant-unknown');
  }

  /** Gives the person a new snapshot, where connected, and then tells the others. */
  #renew(row: ParticipantRow, tell: (row: ParticipantRow) => void): void {
    const { db, bus, inBackground } = this.#services;
    const { id, interview_id: interviewId } = row;
    const renewed = bus.renew({ interviewId, participantId: id });
    // Not awaited: two interviewers who do this to each other would wait for each other.
    inBackground(
      renewed.then(async () => {
        tell((await findById(db, id)) ?? row);
      }),
    );
  }
}
