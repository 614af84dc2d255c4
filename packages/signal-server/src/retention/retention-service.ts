import type { Interview } from '@rendev/interview-protocol';
import { toInterview } from '../interviews/interview-views.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import { lockInterview } from '../storage/lock-interview.ts';
import { transact } from '../storage/transact.ts';
import type { Host } from '../hosts/hosts-service.ts';

const DAY_MS = 24 * 3_600_000;
/** Seldom enough to cost nothing. */
const EVERY_MS = 60_000;
const AT_ONCE = 100;
/** How long the log of webhooks is kept where its interview is not erased before. */
const EVENTS_MS = 30 * DAY_MS;

/** Erases what people wrote and what they are called; what is left names nobody. */
export class RetentionService {
  readonly #db: Database;
  #sweptAt = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * On demand, and for good; again is the same.
   *
   * @returns `not-found`, `conflict` while the interview lives
   */
  async erase(
    host: Pick<Host, 'id' | 'window'>,
    id: string,
    now: number,
  ): Promise<Result<Interview>> {
    return transact(this.#db, async (trx) => {
      const row = await lockInterview(trx, id);
      if (row?.host_id !== host.id) return refuse('not-found');
      if (row.ended_at === null) {
        return refuse('conflict', { detail: 'End or cancel the interview first.' });
      }
      if (row.erased_at !== null) return ok(toInterview(row, host.window));
      await erasePeople(trx, [id]);
      const [erased = row] = await markErased(trx, [id], now);
      return ok(toInterview(erased, host.window));
    });
  }

  /** What ended longer ago than its host keeps it. */
  async sweep(now: number): Promise<void> {
    if (Math.abs(now - this.#sweptAt) < EVERY_MS) return;
    await transact(this.#db, async (trx) => {
      // A write first: SQLite then waits for another process instead of failing in mid-transaction.
      await trx
        .deleteFrom('webhook_events')
        .where('created_at', '<=', now - EVENTS_MS)
        .execute();
      const due = await trx
        .selectFrom('interviews')
        .innerJoin('hosts', 'hosts.id', 'interviews.host_id')
        .select('interviews.id')
        .where('interviews.ended_at', 'is not', null)
        .where('interviews.erased_at', 'is', null)
        .where((eb) => {
          // PostgreSQL multiplies in the type of the column, which would be too small.
          const days = eb.cast<number>('retention_days', 'bigint');
          return eb(eb('ended_at', '+', eb(days, '*', DAY_MS)), '<=', now);
        })
        .orderBy('interviews.ended_at')
        .limit(AT_ONCE)
        .execute();
      const ids = due.map(({ id }) => id);
      if (ids.length > 0) {
        await erasePeople(trx, ids);
        await markErased(trx, ids, now);
      }
      // Where there may be more, the next sweep goes on.
      if (ids.length < AT_ONCE) this.#sweptAt = now;
      return ok(undefined);
    });
  }
}

async function erasePeople(trx: Database, ids: readonly string[]): Promise<void> {
  await trx.deleteFrom('messages').where('interview_id', 'in', ids).execute();
  // Their bodies hold names.
  await trx.deleteFrom('webhook_events').where('interview_id', 'in', ids).execute();
  await trx
    .updateTable('participants')
    .set({ name: '' })
    .where('interview_id', 'in', ids)
    .execute();
  await trx
    .updateTable('invitations')
    .set({ name: '' })
    .where('interview_id', 'in', ids)
    .where('name', 'is not', null)
    .execute();
}

const markErased = (trx: Database, ids: readonly string[], now: number) =>
  trx
    .updateTable('interviews')
    .set((eb) => ({ title: '', erased_at: now, updated_at: now, version: eb('version', '+', 1) }))
    .where('id', 'in', ids)
    .returningAll()
    .execute();
