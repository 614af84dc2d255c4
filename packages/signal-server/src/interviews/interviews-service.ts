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
import type { InterviewRow, InvitationRow } from '../storage/tables.ts';
import { transact } from '../storage/transact.ts';
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
  readonly clock: Clock;
}

const notFound = () => refuse('not-found', { detail: 'There is no interview of this id.' });
const overAlready = (status: string) =>
  refuse('conflict', { detail: `The interview is ${status} already.` });

/** Reserving, rescheduling and ending interviews. */
export class InterviewsService {
  readonly #db: Database;
  readonly #hosts: Pick<HostsService, 'find'>;
  readonly #invitations: Invitations;
  readonly #notifier: InterviewNotifier;
  readonly #clock: Clock;

  constructor({ db, hosts, invitations, notifier, clock }: InterviewsDependencies) {
    this.#db = db;
    this.#hosts = hosts;
    this.#invitations = invitations;
    this.#notifier = notifier;
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
    const row = await this.#owned(host.id, id);
    return row ? ok(toInterview(row, host.window)) : notFound();
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

  /** @returns `not-found`, `conflict`, `time-invalid`, `window-invalid` */
  async patch(host: OwningHost, id: string, patch: InterviewPatch): Promise<Result<Interview>> {
    const row = await this.#owned(host.id, id);
    if (!row) return notFound();
    if (row.status === 'ended' || row.status === 'canceled') return overAlready(row.status);
    const now = this.#clock();
    const schedule = movedSchedule(scheduleOf(row), patch);
    if (!schedule.ok) return schedule;
    if (isOver(schedule.value, host.window, now)) return windowIsOver();

    const changed = await interviews.changeLiving(this.#db, id, {
      ...columnsOf(schedule.value),
      ...patchColumns(patch),
      status: statusAt(schedule.value.opensAt, host.window, now),
      updated_at: now,
    });
    if (!changed) return refuse('conflict', { detail: 'The interview changed meanwhile.' });
    this.#notifier.updated(toPublic(changed, host.window));
    return ok(toInterview(changed, host.window));
  }

  /** Calls an interview off; again is the same. @returns `not-found`, `conflict` once it ended */
  cancel(hostId: string, id: string): Promise<Result<Interview>> {
    return this.#finish(hostId, id, 'canceled');
  }

  /**
   * Ends it for all; again is the same.
   *
   * @param hostId `null` where an interviewer in the room asks
   * @returns `not-found`, `conflict` once it is canceled
   */
  end(hostId: string | null, id: string): Promise<Result<Interview>> {
    return this.#finish(hostId, id, 'ended');
  }

  /** @returns `not-found`, why it is not open, `window-invalid`, `conflict` with another change */
  async extend(id: string, minutes: number): Promise<Result<InterviewPublic>> {
    const row = await this.find(id);
    if (!row) return notFound();
    const window = await this.#windowOf(row);
    const now = this.#clock();
    const admission = admissionAt(row, window, now);
    if (admission !== 'open') return refuse(admission);
    const closesAt = row.closes_at + minutes * 60_000;
    const checked = checkWindow({ opensAt: row.opens_at, closesAt });
    if (!checked.ok) return checked;

    const change = { closes_at: closesAt, updated_at: now };
    const expected = { closesAt: row.closes_at };
    const changed = await interviews.changeLiving(this.#db, id, change, expected);
    if (!changed) return refuse('conflict', { detail: 'The interview changed meanwhile.' });
    const shown = toPublic(changed, window);
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
      return ok({ ended, opened: await interviews.openDue(db, now) });
    });
    if (!swept.ok) return;
    for (const { id } of swept.value.ended) this.#notifier.ended(id, 'expired');
    for (const row of swept.value.opened) {
      this.#notifier.updated(toPublic(row, await this.#windowOf(row)));
    }
  }

  async #finish(
    hostId: string | null,
    id: string,
    status: 'ended' | 'canceled',
  ): Promise<Result<Interview>> {
    const row = await this.#owned(hostId, id);
    if (!row) return notFound();
    const window = await this.#windowOf(row);
    const now = this.#clock();
    const finished = await transact(this.#db, async (db) => {
      const change = { status, ended_at: now, updated_at: now };
      const changed = await interviews.changeLiving(db, id, change);
      if (changed) await interviews.releaseCodes(db, [id]);
      return ok(changed);
    });
    if (!finished.ok) return finished;
    if (finished.value) {
      this.#notifier.ended(id, status);
      return ok(toInterview(finished.value, window));
    }
    const current = await this.find(id);
    if (!current) return notFound();
    return current.status === status
      ? ok(toInterview(current, window))
      : overAlready(current.status);
  }

  async #owned(hostId: string | null, id: string): Promise<InterviewRow | undefined> {
    const row = await this.find(id);
    return hostId === null || row?.host_id === hostId ? row : undefined;
  }

  async #windowOf(row: InterviewRow): Promise<HostWindow> {
    return (await this.#hosts.find(row.host_id))?.window ?? 'on';
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
