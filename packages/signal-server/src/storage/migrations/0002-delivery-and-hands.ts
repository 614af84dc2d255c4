import { type Kysely, type Migration, sql } from 'kysely';

/** How far a page has received the chat; and since when a hand is up, in place of whether it is. */
async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('participants')
    .addColumn('delivered_seq', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('participants').addColumn('hand_raised_at', 'bigint').execute();
  await sql`update participants set hand_raised_at = joined_at where hand = 1`.execute(db);
  await db.schema.alterTable('participants').dropColumn('hand').execute();
}

export const deliveryAndHands: Migration = { up };
