import type { InterviewStatus } from '@rendev/interview-protocol';
import type { Database } from '../storage/database.ts';
import type { InterviewChange, InterviewRow, NewInterviewRow } from '../storage/tables.ts';

const LIVING: readonly InterviewStatus[] = ['scheduled', 'open'];

export interface PagePosition {
  readonly createdAt: number;
  readonly id: string;
}

export interface PageFilter {
  readonly externalId: string | undefined;
  readonly status: InterviewStatus | undefined;
  readonly after: PagePosition | undefined;
  readonly limit: number;
}

export const findInterview = (db: Database, id: string): Promise<InterviewRow | undefined> =>
  db.selectFrom('interviews').selectAll().where('id', '=', id).executeTakeFirst();

export const findByExternalId = (
  db: Database,
  hostId: string,
  externalId: string,
): Promise<InterviewRow | undefined> =>
  db
    .selectFrom('interviews')
    .selectAll()
    .where('host_id', '=', hostId)
    .where('external_id', '=', externalId)
    .executeTakeFirst();

/** `undefined` where the host has an interview of this external id already. */
export const insertInterview = (
  db: Database,
  row: NewInterviewRow,
): Promise<InterviewRow | undefined> =>
  db
    .insertInto('interviews')
    .values(row)
    .onConflict((conflict) => conflict.columns(['host_id', 'external_id']).doNothing())
    .returningAll()
    .executeTakeFirst();

/** Newest first. */
export function pageOfInterviews(
  db: Database,
  hostId: string,
  { externalId, status, after, limit }: PageFilter,
): Promise<InterviewRow[]> {
  return db
    .selectFrom('interviews')
    .selectAll()
    .where('host_id', '=', hostId)
    .$if(externalId !== undefined, (query) => query.where('external_id', '=', externalId ?? ''))
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'open'))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(after?.createdAt ?? 0, after?.id ?? '')),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Changes an interview that the caller holds by `lockInterview`. */
export const changeInterview = (
  db: Database,
  id: string,
  change: InterviewChange,
): Promise<InterviewRow> =>
  db
    .updateTable('interviews')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/**
 * Each interview is returned to one caller only, however many sweep at once. By two statements: for the
 * two reasons in one, a store would read every interview that is to come.
 */
export async function openDue(db: Database, now: number): Promise<InterviewRow[]> {
  const open = db
    .updateTable('interviews')
    .set((eb) => ({ status: 'open', updated_at: now, version: eb('version', '+', 1) }))
    .where('status', '=', 'scheduled')
    .returningAll();
  const byTime = await open.where('opens_at', '<=', now).execute();
  const withoutLimit = await open
    .where('host_id', 'in', (query) =>
      query.selectFrom('hosts').select('id').where('window', '=', 'off'),
    )
    .execute();
  return [...byTime, ...withoutLimit];
}

/** As `openDue`. An interview that ended by the clock has its `ended_at` where it closed. */
export const endDue = (db: Database, now: number): Promise<InterviewRow[]> =>
  db
    .updateTable('interviews')
    .set((eb) => ({
      status: 'ended',
      ended_at: eb.ref('closes_at'),
      updated_at: now,
      version: eb('version', '+', 1),
    }))
    .where('status', 'in', LIVING)
    .where('closes_at', '<=', now)
    .where('host_id', 'in', (query) =>
      query.selectFrom('hosts').select('id').where('window', '=', 'on'),
    )
    .returningAll()
    .execute();

/** The codes may be given out again. */
export const releaseCodes = async (
  db: Database,
  interviewIds: readonly string[],
): Promise<void> => {
  if (interviewIds.length === 0) return;
  await db
    .updateTable('invitations')
    .set({ live: 0 })
    .where('interview_id', 'in', interviewIds)
    .execute();
};
