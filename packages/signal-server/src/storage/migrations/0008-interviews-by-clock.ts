import type { Kysely, Migration } from 'kysely';

/** For the sweeper, which asks each second: what it finds is little, however many interviews wait. */
async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createIndex('interviews_by_clock')
    .on('interviews')
    .columns(['host_id', 'status', 'closes_at'])
    .execute();
}

export const interviewsByClock: Migration = { up };
