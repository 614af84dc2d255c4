import type { Database } from '../storage/database.ts';
import { isPostgres } from '../storage/dialect.ts';
import type { MessageLog } from './message-log.ts';
import { PostgresMessageLog } from './postgres-message-log.ts';
import { StoringThread } from './storing-thread.ts';

/** @param database the address of the same store */
export const openMessageLog = (db: Database, database: string): MessageLog =>
  isPostgres(db) ? new PostgresMessageLog(db) : new StoringThread(db, database);
