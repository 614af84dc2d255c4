import type { InterviewSummary, ParticipantReport } from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';
import { ok } from '../result.ts';
import type { Database } from '../storage/database.ts';
import { transact } from '../storage/transact.ts';
import type { InterviewFacts } from '../webhooks/interview-facts.ts';
import { summaryOf } from './summary.ts';

/** How long after the end the last reports of the pages are waited for, in ms. */
const REPORTS_MS = 10_000;

/** Who was there, for how long and how well. */
export class SummariesService {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #facts: InterviewFacts;

  constructor(db: Database, clock: Clock, facts: InterviewFacts) {
    this.#db = db;
    this.#clock = clock;
    this.#facts = facts;
  }

  of(interviewId: string): Promise<InterviewSummary> {
    return this.#read(this.#db, interviewId);
  }

  /** Adds what a page tells of the time since its last report. */
  async report(participantId: string, report: ParticipantReport): Promise<void> {
    const { good, weak, lost } = report;
    const relayed = report.relayed ? 1 : 0;
    await this.#db
      .insertInto('reports')
      .values({ participant_id: participantId, good, weak, lost, relayed })
      .onConflict((conflict) =>
        conflict.column('participant_id').doUpdateSet((eb) => ({
          good: eb('reports.good', '+', good),
          weak: eb('reports.weak', '+', weak),
          lost: eb('reports.lost', '+', lost),
          ...(relayed === 1 && { relayed }),
        })),
      )
      .execute();
  }

  /** Puts the summaries of what has ended on their way to the hosts, each once. */
  async sweep(now: number): Promise<void> {
    await transact(this.#db, async (trx) => {
      const ended = await trx
        .updateTable('interviews')
        .set({ summarized_at: now })
        .where('status', '=', 'ended')
        .where('summarized_at', 'is', null)
        .where('ended_at', '<=', now - REPORTS_MS)
        .returningAll()
        .execute();
      for (const row of ended) {
        const summary = await this.#read(trx, row.id);
        await this.#facts.interview(trx, row, 'interview.summary', { summary });
      }
      return ok(undefined);
    });
  }

  async #read(db: Database, id: string): Promise<InterviewSummary> {
    const people = await db
      .selectFrom('participants')
      .select(['id', 'name', 'role', 'reconnects'])
      .where('interview_id', '=', id)
      .execute();
    const stays = await db
      .selectFrom('stays')
      .select(['participant_id', 'from_at', 'to_at'])
      .where('interview_id', '=', id)
      .orderBy('from_at')
      .orderBy('id')
      .execute();
    const reports = await db
      .selectFrom('reports')
      .innerJoin('participants', 'participants.id', 'reports.participant_id')
      .selectAll('reports')
      .where('interview_id', '=', id)
      .execute();
    return summaryOf(id, { people, stays, reports }, this.#clock());
  }
}
