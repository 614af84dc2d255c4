import { type Kysely, type Migration, sql } from 'kysely';

/** How calls went by the word of the pages, which interviews are summed up, and what is erased when. */
async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('reports')
    .addColumn('participant_id', 'text', (c) =>
      c.primaryKey().references('participants.id').onDelete('cascade'),
    )
    .addColumn('good', 'integer', (c) => c.notNull())
    .addColumn('weak', 'integer', (c) => c.notNull())
    .addColumn('lost', 'integer', (c) => c.notNull())
    .addColumn('relayed', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .alterTable('hosts')
    .addColumn('retention_days', 'integer', (c) => c.notNull().defaultTo(30))
    .execute();
  await db.schema.alterTable('interviews').addColumn('summarized_at', 'bigint').execute();
  await db.schema.alterTable('interviews').addColumn('erased_at', 'bigint').execute();
  // Of what ended before, nothing was kept to be summed up.
  await sql`update interviews set summarized_at = ended_at where status = 'ended'`.execute(db);
  await sql`create index interviews_unsummarized on interviews (ended_at)
    where status = 'ended' and summarized_at is null`.execute(db);
  await sql`create index interviews_unerased on interviews (ended_at)
    where ended_at is not null and erased_at is null`.execute(db);
  await db.schema
    .createIndex('webhook_events_by_age')
    .on('webhook_events')
    .column('created_at')
    .execute();
}

export const summariesAndRetention: Migration = { up };
