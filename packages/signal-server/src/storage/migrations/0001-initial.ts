import { type Kysely, type Migration, sql } from 'kysely';

/** Times are bigint ms; identifiers are text. The same DDL serves SQLite and PostgreSQL. */
async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('hosts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull().unique())
    .addColumn('origins', 'text', (c) => c.notNull())
    .addColumn('window', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('api_keys')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('host_id', 'text', (c) => c.notNull().references('hosts.id').onDelete('cascade'))
    .addColumn('key_hash', 'text', (c) => c.notNull().unique())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('revoked_at', 'bigint')
    .execute();

  await db.schema
    .createTable('interviews')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('host_id', 'text', (c) => c.notNull().references('hosts.id').onDelete('cascade'))
    .addColumn('external_id', 'text')
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('scheduled_at', 'bigint', (c) => c.notNull())
    .addColumn('time_zone', 'text', (c) => c.notNull())
    .addColumn('opens_at', 'bigint', (c) => c.notNull())
    .addColumn('closes_at', 'bigint', (c) => c.notNull())
    .addColumn('max_participants', 'integer', (c) => c.notNull())
    .addColumn('admission', 'text', (c) => c.notNull())
    .addColumn('relay_only', 'integer', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('metadata', 'text', (c) => c.notNull())
    .addColumn('last_seq', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .addColumn('ended_at', 'bigint')
    .addUniqueConstraint('interviews_external_id', ['host_id', 'external_id'])
    .execute();
  await db.schema
    .createIndex('interviews_by_host')
    .on('interviews')
    .columns(['host_id', 'created_at', 'id'])
    .execute();
  // The sweeper asks by status and time.
  await db.schema
    .createIndex('interviews_by_status')
    .on('interviews')
    .columns(['status', 'opens_at', 'closes_at'])
    .execute();

  await db.schema
    .createTable('invitations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('interview_id', 'text', (c) =>
      c.notNull().references('interviews.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('code_hash', 'text', (c) => c.notNull())
    .addColumn('derivation', 'integer')
    .addColumn('live', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('invitations_by_interview')
    .on('invitations')
    .column('interview_id')
    .execute();
  await db.schema
    .createIndex('invitations_by_code')
    .on('invitations')
    .column('code_hash')
    .execute();
  // A code may be used again once the interview that had it is over.
  await sql`create unique index invitations_live_code on invitations (code_hash) where live = 1`.execute(
    db,
  );

  await db.schema
    .createTable('participants')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('interview_id', 'text', (c) =>
      c.notNull().references('interviews.id').onDelete('cascade'),
    )
    .addColumn('seat', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('epoch', 'text', (c) => c.notNull())
    .addColumn('resume_hash', 'text', (c) => c.notNull().unique())
    .addColumn('connection_id', 'text')
    .addColumn('node_id', 'text')
    .addColumn('disconnected_at', 'bigint')
    .addColumn('leave_reason', 'text')
    .addColumn('microphone', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('camera', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('screen', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('hand', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('read_seq', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('joined_at', 'bigint', (c) => c.notNull())
    .addColumn('admitted_at', 'bigint')
    .addUniqueConstraint('participants_seat', ['interview_id', 'seat'])
    .execute();
  await db.schema
    .createIndex('participants_disconnected')
    .on('participants')
    .column('disconnected_at')
    .execute();

  await db.schema
    .createTable('messages')
    .addColumn('interview_id', 'text', (c) =>
      c.notNull().references('interviews.id').onDelete('cascade'),
    )
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('participant_id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('messages_key', ['interview_id', 'seq'])
    .addUniqueConstraint('messages_id', ['interview_id', 'id'])
    .execute();
}

export const initial: Migration = { up };
