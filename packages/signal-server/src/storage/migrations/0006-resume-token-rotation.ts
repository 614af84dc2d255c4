import type { Kysely, Migration } from 'kysely';

/** The resume token before the present one, until the present one is used. */
async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('participants').addColumn('resume_hash_before', 'text').execute();
  await db.schema
    .createIndex('participants_resume_hash_before')
    .on('participants')
    .column('resume_hash_before')
    .execute();
}

export const resumeTokenRotation: Migration = { up };
