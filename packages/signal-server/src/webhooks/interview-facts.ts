import type { LeaveReason, WebhookEvent } from '@rendev/interview-protocol';
import { toInterview } from '../interviews/interview-views.ts';
import type { Database } from '../storage/database.ts';
import type { InterviewRow, ParticipantRow } from '../storage/tables.ts';
import type { WebhookOutbox } from './webhook-outbox.ts';

type InterviewEventName = `interview.${string}` & WebhookEvent['type'];
/** What an event says beside the interview. */
type Facts<E extends InterviewEventName> = Omit<WebhookEvent<E>['data'], 'interview'>;

/** Tells the host what became of its interviews, in the transactions in which it does. */
export class InterviewFacts {
  readonly #outbox: WebhookOutbox;

  constructor(outbox: WebhookOutbox) {
    this.#outbox = outbox;
  }

  async interview<E extends InterviewEventName>(
    trx: Database,
    row: InterviewRow,
    type: E,
    facts: Facts<E>,
  ): Promise<void> {
    const subject = { hostId: row.host_id, interviewId: row.id };
    await this.#outbox.record(trx, subject, type, async () => {
      const host = await trx
        .selectFrom('hosts')
        .select('window')
        .where('id', '=', row.host_id)
        .executeTakeFirstOrThrow();
      // The data of every such event is the interview and these facts.
      return { ...facts, interview: toInterview(row, host.window) };
    });
  }

  joined(trx: Database, person: ParticipantRow): Promise<void> {
    return this.#participant(trx, person, 'participant.joined', {});
  }

  left(trx: Database, person: ParticipantRow, reason: LeaveReason): Promise<void> {
    return this.#participant(trx, person, 'participant.left', { reason });
  }

  async #participant<E extends 'participant.joined' | 'participant.left'>(
    trx: Database,
    { id, name, role, interview_id: interviewId }: ParticipantRow,
    type: E,
    facts: Omit<WebhookEvent<E>['data'], 'interview' | 'participant'>,
  ): Promise<void> {
    const interview = await trx
      .selectFrom('interviews')
      .select(['id', 'host_id', 'external_id', 'metadata'])
      .where('id', '=', interviewId)
      .executeTakeFirstOrThrow();
    await this.#outbox.record(
      trx,
      { hostId: interview.host_id, interviewId },
      type,
      () =>
        ({
          interview: {
            id: interviewId,
            externalId: interview.external_id,
            metadata: JSON.parse(interview.metadata) as unknown,
          },
          participant: { id, name, role },
          ...facts,
        }) as WebhookEvent<E>['data'],
    );
  }
}
