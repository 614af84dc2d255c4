import type {
  Interview,
  InterviewCreate,
  InterviewCreated,
  InterviewPage,
  InterviewPatch,
  InterviewPublic,
  InterviewQuery,
} from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';
import type { HostsService, HostWindow } from '../hosts/hosts-service.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import { lockInterview } from '../storage/lock-interview.ts';
import type { InterviewRow, InvitationRow } from '../storage/tables.ts';
import { transact } from '../storage/transact.ts';
import type { InterviewFacts } from '../webhooks/interview-facts.ts';
import { columnsOf, newRow, patchColumns, scheduleOf } from './interview-rows.ts';
import { movedSchedule, newSchedule, type Schedule } from './interview-schedule.ts';
import { toInterview, toPublic } from './interview-views.ts';
import { admissionAt, checkWindow, statusAt } from './interview-window.ts';
import * as interviews from './interviews-repository.ts';
import { readCursor, writeCursor } from './interviews-cursor.ts';
import { readInvitees, type Invitations } from './invitations.ts';

/** Tells the people in a room what became of their interview. */
export interface InterviewNotifier {
  updated(interview: InterviewPublic): void;
  ended(interviewId: string, reason: 'expired' | 'ended' | 'canceled'): void;
}

interface OwningHost {
  readonly id: string;
  readonly window: HostWindow;
}

export interface InterviewsDependencies {
  readonly db: Database;
  readonly hosts: Pick<HostsService, 'find'>;
  readonly invitations: Invitations;
  readonly notifier: InterviewNotifier;
  readonly facts: InterviewFacts;
  /** The interview is over: to empty its room, in the same transaction. */
  readonly onEnd: (trx: Database, interview: InterviewRow) => Promise<void>;
  readonly clock: Clock;
}

/** Whether a change may be made to this version. */
export type Expected = (version: number) => boolean;
const anyVersion: Expected = () => true;

const isLiving = ({ status }: InterviewRow): boolean => status === 'scheduled' || status === 'open';
const notFound = () => refuse('not-found', { detail: 'There is no interview of this id.' });
const overAlready = (status: string) =>
  refuse('conflict', { detail: `The interview is ${status} already.` });

/** Reserving, rescheduling and ending interviews. */
export class InterviewsService {
  readonly #db: Database;
  readonly #hosts: Pick<HostsService, 'find'>;
  readonly #invitations: Invitations;
  readonly #notifier: InterviewNotifier;
  readonly #facts: InterviewFacts;
  readonly #onEnd: InterviewsDependencies['onEnd'];
  readonly #clock: Clock;

  constructor({ db, hosts, invitations, notifier, facts, onEnd, clock }: InterviewsDependencies) {
    this.#db = db;
    this.#hosts = hosts;
    this.#invitations = invitations;
    this.#notifier = notifier;
    this.#facts = facts;
    this.#onEnd = onEnd;
    this.#clock = clock;
  }

  /**
   * The same `externalId` and time is answered with the first interview, `created: false`.
   *
   * @returns `time-invalid`, `window-invalid`, `bad-request`, `code-taken`, and `conflict` where
   * the `externalId` stands for another time
   */
  async create(
    host: OwningHost,
    input: InterviewCreate,
  ): Promise<Result<{ created: boolean; interview: InterviewCreated }>> {
    const schedule = newSchedule(input);
    if (!schedule.ok) return schedule;
    const invitees = readInvitees(input);
    if (!invitees.ok) return invitees;

    const first = await this.#firstOf(host, input);
    if (first) return this.#answerAgain(host, first, schedule.value);
    const now = this.#clock();
    if (isOver(schedule.value, host.window, now)) return windowIsOver();

    const added = await transact(this.#db, async (db) => {
      const row = await interviews.insertInterview(db, newRow(host, input, schedule.value, now));
      if (!row) return ok(undefined);
      if (row.status === 'open') await this.#facts.interview(db, row, 'interview.opened', {});
      const invitations = await this.#invitations.add(db, row.id, invitees.value);
      return invitations.ok ? ok({ row, invitations: invitations.value }) : invitations;
    });
    if (!added.ok) return added;
    if (added.value) {
      const { row, invitations } = added.value;
      return ok({ created: true, interview: this.#withCodes(host, row, invitations) });
    }
    // Somebody else added it between the look and the insert.
    const winner = await this.#firstOf(host, input);
    return winner ? this.#answerAgain(host, winner, schedule.value) : notFound();
  }

  /** @returns `not-found` */
  async get(host: OwningHost, id: string): Promise<Result<Interview>> {
    const row = await this.find(id);
    return row?.host_id === host.id ? ok(toInterview(row, host.window)) : notFound();
  }

  /** @returns `bad-request` for a cursor that is not ours */
  async list(host: OwningHost, query: InterviewQuery): Promise<Result<InterviewPage>> {
    const after = readCursor(query.cursor);
    if (!after.ok) return after;
    const limit = query.limit ?? 50;
    const rows = await interviews.pageOfInterviews(this.#db, host.id, {
      externalId: query.externalId,
      status: query.status,
      after: after.value,
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    return ok({
      items: page.map((row) => toInterview(row, host.window)),
      nextCursor: rows.length > limit ? writeCursor(page.at(-1)) : null,
    });
  }

  /** @returns `not-found`, `changed-meanwhile`, `conflict`, `time-invalid`, `window-invalid` */
  async patch(
    host: OwningHost,
    id: string,
    patch: InterviewPatch,
    expected: Expected = anyVersion,
  ): Promise<Result<Interview>> {
    const now = this.#clock();
    const changed = await transact(this.#db, async (db) => {
      const row = await lockInterview(db, id);
      if (row?.host_id !== host.id) return notFound();
      if (!expected(row.version)) return refuse('changed-meanwhile');
      if (!isLiving(row)) return overAlready(row.status);
      const schedule = movedSchedule(scheduleOf(row), patch);
      if (!schedule.ok) return schedule;
      if (isOver(schedule.value, host.window, now)) return windowIsOver();
      const change = {
        ...columnsOf(schedule.value),
        ...patchColumns(patch),
        status: statusAt(schedule.value.opensAt, host.window, now),
        updated_at: now,
      };
      const moved = await interviews.changeInterview(db, id, change);
      await this.#tellOfMove(db, row, moved);
      return ok(moved);
    });
    if (!changed.ok) return changed;
    this.#notifier.updated(toPublic(changed.value, host.window));
    return ok(toInterview(changed.value, host.window));
  }

  /**
   * Calls an interview off; again is the same.
   *
   * @returns `not-found`, `changed-meanwhile`, `conflict` once it ended
   */
  cancel(hostId: string, id: string, expected: Expected = anyVersion): Promise<Result<Interview>> {
    return this.#finish(hostId, id, 'canceled', expected);
  }

  /**
   * Ends it for all; again is the same.
   *
   * @param hostId `null` where an interviewer in the room asks
   * @returns `not-found`, `changed-meanwhile`, `conflict` once it is canceled
   */
  end(
    hostId: string | null,
    id: string,
    expected: Expected = anyVersion,
  ): Promise<Result<Interview>> {
    return this.#finish(hostId, id, 'ended', expected);
  }

  /** @returns `not-found`, why it is not open, `window-invalid` */
  async extend(id: string, minutes: number): Promise<Result<InterviewPublic>> {
    const window = await this.#windowOf(id);
    const now = this.#clock();
    const extended = await transact(this.#db, async (db) => {
      const row = await lockInterview(db, id);
      if (!row) return notFound();
      const admission = admissionAt(row, window, now);
      if (admission !== 'open') return refuse(admission);
      const closesAt = row.closes_at + minutes * 60_000;
      const checked = checkWindow({ opensAt: row.opens_at, closesAt });
      if (!checked.ok) return checked;
      const change = { closes_at: closesAt, updated_at: now };
      const moved = await interviews.changeInterview(db, id, change);
      await this.#tellOfMove(db, row, moved);
      return ok(moved);
    });
    if (!extended.ok) return extended;
    const shown = toPublic(extended.value, window);
    this.#notifier.updated(shown);
    return ok(shown);
  }

  find(id: string): Promise<InterviewRow | undefined> {
    return interviews.findInterview(this.#db, id);
  }

  /** Opens and ends what the clock says, and tells the rooms. Safe to run on many machines. */
  async sweep(now: number): Promise<void> {
    const swept = await transact(this.#db, async (db) => {
      const ended = await interviews.endDue(db, now);
      await interviews.releaseCodes(
        db,
        ended.map(({ id }) => id),
      );
      for (const row of ended) {
        await this.#onEnd(db, row);
        await this.#facts.interview(db, row, 'interview.ended', { reason: 'expired' });
      }
      const opened = await interviews.openDue(db, now);
      for (const row of opened) await this.#facts.interview(db, row, 'interview.opened', {});
      return ok({ ended, opened });
    });
    if (!swept.ok) return;
    for (const { id } of swept.value.ended) this.#notifier.ended(id, 'expired');
    for (const row of swept.value.opened) {
      this.#notifier.updated(toPublic(row, await this.#windowOf(row.id)));
    }
  }

  async #tellOfMove(db: Database, before: InterviewRow, after: InterviewRow): Promise<void> {
    const isMoved = (['scheduled_at', 'time_zone', 'opens_at', 'closes_at'] as const).some(
      (column) => before[column] !== after[column],
    );
    if (isMoved) await this.#facts.interview(db, after, 'interview.rescheduled', {});
    if (before.status !== 'open' && after.status === 'open') {
      await this.#facts.interview(db, after, 'interview.opened', {});
    }
  }

  async #finish(
    hostId: string | null,
    id: string,
    status: 'ended' | 'canceled',
    expected: Expected,
  ): Promise<Result<Interview>> {
    const window = await this.#windowOf(id);
    const now = this.#clock();
    const finished = await transact(this.#db, async (db) => {
      const row = await lockInterview(db, id);
      if (!row || (hostId !== null && row.host_id !== hostId)) return notFound();
      if (!expected(row.version)) return refuse('changed-meanwhile');
      if (row.status === status) return ok({ row, isNew: false });
      if (!isLiving(row)) return overAlready(row.status);
      const change = { status, ended_at: now, updated_at: now };
      const changed = await interviews.changeInterview(db, id, change);
      await interviews.releaseCodes(db, [id]);
      await this.#onEnd(db, changed);
      if (status === 'canceled') await this.#facts.interview(db, changed, 'interview.canceled', {});
      else await this.#facts.interview(db, changed, 'interview.ended', { reason: 'ended' });
      return ok({ row: changed, isNew: true });
    });
    if (!finished.ok) return finished;
    const { row, isNew } = finished.value;
    if (isNew) this.#notifier.ended(id, status);
    return ok(toInterview(row, window));
  }

  async #windowOf(id: string): Promise<HostWindow> {
    const row = await this.find(id);
    return (row && (await this.#hosts.find(row.host_id))?.window) ?? 'on';
  }

  async #firstOf(
    host: OwningHost,
    { externalId }: InterviewCreate,
  ): Promise<InterviewRow | undefined> {
    if (externalId === undefined) return undefined;
    return interviews.findByExternalId(this.#db, host.id, externalId);
  }

  async #answerAgain(
    host: OwningHost,
    row: InterviewRow,
    asked: Schedule,
  ): Promise<Result<{ created: boolean; interview: InterviewCreated }>> {
    if (row.scheduled_at !== asked.scheduledAt) {
      return refuse('conflict', {
        detail: 'The externalId has an interview at another time; PATCH that one to move it.',
      });
    }
    const invitations = await this.#invitations.list(this.#db, row.id);
    return ok({ created: false, interview: this.#withCodes(host, row, invitations) });
  }

  #withCodes(host: OwningHost, row: InterviewRow, invitations: InvitationRow[]): InterviewCreated {
    return { ...toInterview(row, host.window), ...this.#invitations.shown(invitations) };
  }
}

/** Nearly always a time that was meant in another zone. */
const isOver = ({ closesAt }: Schedule, window: HostWindow, now: number): boolean =>
  window === 'on' && closesAt <= now;

const windowIsOver = () =>
  refuse('window-invalid', { errors: [{ path: '/closesAt', message: 'is over already' }] });
