import type { MediaState } from '@rendev/interview-protocol';
import type { Database } from '../storage/database.ts';
import type {
  Flag,
  ParticipantChange,
  ParticipantRow,
  ParticipantState,
} from '../storage/tables.ts';

/** The states in which a participant takes a place of the room. */
export const PRESENT = ['waiting', 'admitted'] as const satisfies readonly ParticipantState[];

const flag = (value: boolean): Flag => (value ? 1 : 0);

export const mediaColumns = (media: MediaState) => ({
  microphone: flag(media.microphone),
  camera: flag(media.camera),
  screen: flag(media.screen),
});

export const findById = (db: Database, id: string): Promise<ParticipantRow | undefined> =>
  db.selectFrom('participants').selectAll().where('id', '=', id).executeTakeFirst();

/** By the present token or the one before it. */
export const findByResumeHash = (db: Database, hash: string): Promise<ParticipantRow | undefined> =>
  db
    .selectFrom('participants')
    .selectAll()
    .where((eb) => eb('resume_hash', '=', hash).or('resume_hash_before', '=', hash))
    .executeTakeFirst();

export const findBySeat = (
  db: Database,
  interviewId: string,
  seat: string,
): Promise<ParticipantRow | undefined> =>
  db
    .selectFrom('participants')
    .selectAll()
    .where('interview_id', '=', interviewId)
    .where('seat', '=', seat)
    .executeTakeFirst();

/** Everybody in the room or waiting before it, in the order of joining. */
export const findPresent = (db: Database, interviewId: string): Promise<ParticipantRow[]> =>
  db
    .selectFrom('participants')
    .selectAll()
    .where('interview_id', '=', interviewId)
    .where('state', 'in', PRESENT)
    .orderBy('joined_at')
    .orderBy('id')
    .execute();

export const saveParticipant = async (db: Database, row: ParticipantRow): Promise<void> => {
  await db
    .insertInto('participants')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
};

/** Only columns that must match for the change to happen. */
export interface Condition {
  readonly id: string;
  readonly interviewId?: string;
  readonly states?: readonly ParticipantState[];
  /** `null`: without connection. */
  readonly connectionId?: string | null;
}

/** Changes one participant if it is as the condition says; at most one caller gets the row. */
export function changeParticipant(
  db: Database,
  { id, interviewId, states, connectionId }: Condition,
  change: ParticipantChange,
): Promise<ParticipantRow | undefined> {
  let query = db.updateTable('participants').set(change).where('id', '=', id);
  if (interviewId !== undefined) query = query.where('interview_id', '=', interviewId);
  if (states !== undefined) query = query.where('state', 'in', states);
  if (connectionId === null) query = query.where('connection_id', 'is', null);
  else if (connectionId !== undefined) query = query.where('connection_id', '=', connectionId);
  return query.returningAll().executeTakeFirst();
}

/** Nothing for a hand that is up already. */
export const raiseHand = (
  db: Database,
  id: string,
  now: number,
): Promise<ParticipantRow | undefined> =>
  db
    .updateTable('participants')
    .set({ hand_raised_at: now })
    .where('id', '=', id)
    .where('state', 'in', PRESENT)
    .where('hand_raised_at', 'is', null)
    .returningAll()
    .executeTakeFirst();

/** Out of the room: without connection, and not counted any more. */
const gone = {
  connection_id: null,
  node_id: null,
  disconnected_at: null,
  hand_raised_at: null,
} as const;

export const outOfRoom = (
  state: 'left' | 'removed' | 'rejected',
  reason: NonNullable<ParticipantRow['leave_reason']>,
) => ({ ...gone, state, leave_reason: reason });

/** Without connection, the seat kept. */
export const disconnectedAt = (now: number) => ({
  connection_id: null,
  node_id: null,
  disconnected_at: now,
});

/**
 * Everybody leaves whose connection was lost at `lost` or earlier, or at `goodbye` or earlier if
 * they said goodbye, which shortens the time and never prolongs it. Each is returned once.
 */
export const expireAbsent = (
  db: Database,
  before: { readonly lost: number; readonly goodbye: number },
): Promise<ParticipantRow[]> =>
  db
    .updateTable('participants')
    .set((eb) => ({
      ...gone,
      state: 'left',
      leave_reason: eb.fn.coalesce('leave_reason', eb.val('network-lost' as const)),
    }))
    .where('disconnected_at', '<=', Math.max(before.lost, before.goodbye))
    .where((eb) => eb('disconnected_at', '<=', before.lost).or('leave_reason', '=', 'left'))
    .where('state', 'in', PRESENT)
    .returningAll()
    .execute();

export const leaveAll = (db: Database, interviewId: string): Promise<ParticipantRow[]> =>
  db
    .updateTable('participants')
    .set(outOfRoom('left', 'ended'))
    .where('interview_id', '=', interviewId)
    .where('state', 'in', PRESENT)
    .returningAll()
    .execute();
