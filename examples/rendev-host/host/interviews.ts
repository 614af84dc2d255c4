import type { InterviewCreated } from '@rendev/interview-protocol';
import type { Client, ClientAnswer } from '@rendev/signal-server/client';
import type { Application } from './application-table.ts';
import type { Person } from './people.ts';
import { ok, refuse, type Result } from './result.ts';
import { TIME_ZONE } from './wall-time.ts';

export type Side = 'interviewer' | 'candidate';

/** What the site asks of the interview server. */
export class Interviews {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /**
   * The application's id is the `externalId`: asked again, the server finds the first interview.
   *
   * @returns `time-over`, `bad-request` for a time that is none, `unavailable`; the last alone
   * leaves open whether the interview is there
   */
  async reserve(
    { id, title, schedule }: Application,
    people: { readonly owner: Person; readonly applicant: Person },
  ): Promise<Result<InterviewCreated>> {
    const answer = await reach(
      this.#client.interviews.create({
        externalId: String(id),
        title,
        scheduledAt: schedule,
        timeZone: TIME_ZONE,
        participants: [
          { role: 'interviewer', name: people.owner.nickname },
          { role: 'candidate', name: people.applicant.nickname },
        ],
      }),
    );
    if (answer?.ok === true) return ok(answer.value);
    if (answer?.error.code === 'window-invalid') return refuse('time-over');
    if (answer?.error.code === 'time-invalid') return refuse('bad-request');
    return refuse('unavailable');
  }

  /** A way in for somebody whom the site knows. @returns `closed`, `unavailable` */
  async ticket(interviewId: string, person: Person, role: Side): Promise<Result<string>> {
    const request = { role, name: person.nickname, subject: person.email };
    const answer = await reach(this.#client.interviews.ticket(interviewId, request));
    if (answer?.ok === true) return ok(answer.value.ticket);
    return refuse(answer?.status === 410 ? 'closed' : 'unavailable');
  }

  /** Again is the same; one that has ended stays so. @returns `unavailable` */
  async cancel(interviewId: string): Promise<Result<undefined>> {
    const answer = await reach(this.#client.interviews.cancel(interviewId));
    const isOver = answer?.ok === true || answer?.status === 404 || answer?.status === 409;
    return isOver ? ok(undefined) : refuse('unavailable');
  }
}

/** The client rejects only where the server does not answer. */
function reach<T>(asked: Promise<ClientAnswer<T>>): Promise<ClientAnswer<T> | undefined> {
  return asked.catch((error: unknown) => {
    console.error('The interview server does not answer:', error);
    return undefined;
  });
}
