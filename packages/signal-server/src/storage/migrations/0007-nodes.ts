import { type Kysely, type Migration } from 'kysely';

/** The server processes on this store, and whose connections are whose. */
async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('nodes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('beat_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('participants_by_node')
    .on('participants')
    .column('node_id')
    .execute();
}

export const nodes: Migration = { up };
