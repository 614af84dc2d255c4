import type { InterviewCreated } from '@rendev/interview-protocol';
import type { Application, ApplicationTable } from './application-table.ts';
import type { Interviews, Side } from './interviews.ts';
import type { Mails } from './mails.ts';
import { type Person, personOf } from './people.ts';
import { ok, refuse, type Result } from './result.ts';

export interface BookingParts {
  readonly table: ApplicationTable;
  readonly interviews: Interviews;
  readonly mails: Mails;
}

/** From an offered time to an interview, and what becomes of it. */
export class Booking {
  readonly #table: ApplicationTable;
  readonly #interviews: Interviews;
  readonly #mails: Mails;

  constructor({ table, interviews, mails }: BookingParts) {
    this.#table = table;
    this.#interviews = interviews;
    this.#mails = mails;
  }

  /**
   * Reserves the interview and mails both people. Again by the same person is the same.
   *
   * @returns `not-found`, `not-yours` for the owner, `closed`, `taken`, `time-over`,
   * `bad-request`, `unavailable`
   */
  async book(id: number, applicant: Person): Promise<Result<Application>> {
    const application = this.#table.find(id);
    if (application === undefined) return refuse('not-found');
    if (application.owner === applicant.email) return refuse('not-yours');
    if (!this.#table.claim(id, applicant.email)) {
      return refuse(application.isOpen === 0 ? 'closed' : 'taken');
    }
    const owner = personOf(application.owner);
    const reserved = await this.#interviews.reserve(application, { owner, applicant });
    if (!reserved.ok) {
      // Where the answer was lost the interview may be there, with this applicant's name in it.
      if (reserved.code !== 'unavailable') this.#table.release(id);
      return reserved;
    }
    const interview = reserved.value;
    if (!this.#table.reserve(id, interview.id)) {
      // The project was closed meanwhile.
      await this.#interviews.cancel(interview.id);
      return refuse('closed');
    }
    await this.#invite(application, interview, { owner, applicant });
    return this.#found(id);
  }

  /** @returns `not-found`, `not-yours`, `not-now`, `closed`, `unavailable` */
  async ticket(id: number, person: Person): Promise<Result<{ readonly ticket: string }>> {
    const application = this.#table.find(id);
    if (application === undefined) return refuse('not-found');
    const side = sideOf(application, person);
    if (side === undefined) return refuse('not-yours');
    if (application.interviewId === null) return refuse('not-now');
    const minted = await this.#interviews.ticket(application.interviewId, person, side);
    return minted.ok ? ok({ ticket: minted.value }) : minted;
  }

  /**
   * The owner's word. A match closes the project.
   *
   * @returns `not-found`, `not-yours`, `not-now`, `unavailable`
   */
  async judge(
    id: number,
    owner: Person,
    status: 'matched' | 'unmatched',
  ): Promise<Result<Application>> {
    const application = this.#table.find(id);
    if (application === undefined) return refuse('not-found');
    if (application.owner !== owner.email) return refuse('not-yours');
    if (application.status !== 'interviewed') return refuse('not-now');
    if (status === 'matched') {
      const closed = await this.closeProject(application.projectId, owner);
      if (!closed.ok) return closed;
    }
    return this.#table.judge(id, status) ? this.#found(id) : refuse('not-now');
  }

  /** Calls off its interviews; may be repeated. @returns `not-found`, `not-yours`, `unavailable` */
  async closeProject(projectId: number, owner: Person): Promise<Result<null>> {
    const known = this.#table.ownerOf(projectId);
    if (known === undefined) return refuse('not-found');
    if (known !== owner.email) return refuse('not-yours');
    this.#table.stopBooking(projectId);
    for (const { interviewId, status } of this.#table.ofProject(projectId)) {
      if (interviewId === null || status !== 'reserved') continue;
      const canceled = await this.#interviews.cancel(interviewId);
      if (!canceled.ok) return canceled;
    }
    this.#table.close(projectId);
    return ok(null);
  }

  /** @returns as `closeProject` */
  async deleteProject(projectId: number, owner: Person): Promise<Result<null>> {
    const closed = await this.closeProject(projectId, owner);
    if (closed.ok) this.#table.remove(projectId);
    return closed;
  }

  /** A mail that cannot be sent undoes no booking: the page of both shows it too. */
  async #invite(
    application: Application,
    { participants }: InterviewCreated,
    { owner, applicant }: { readonly owner: Person; readonly applicant: Person },
  ): Promise<void> {
    if (!this.#table.takeMailing(application.id)) return;
    const codeOf = (side: Side) => participants.find(({ role }) => role === side)?.code ?? '';
    try {
      await this.#mails.invite(owner, application, codeOf('interviewer'));
      await this.#mails.invite(applicant, application, codeOf('candidate'));
    } catch (error) {
      this.#table.returnMailing(application.id);
      console.error('The invitations were not mailed:', error);
    }
  }

  #found(id: number): Result<Application> {
    const application = this.#table.find(id);
    return application === undefined ? refuse('not-found') : ok(application);
  }
}

function sideOf({ owner, applicant }: Application, { email }: Person): Side | undefined {
  if (email === owner) return 'interviewer';
  return email === applicant ? 'candidate' : undefined;
}
