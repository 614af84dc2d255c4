import { ok, refuse, type Result } from '../result.ts';
import type { InterviewRow } from '../storage/tables.ts';
import type { PagePosition } from './interviews-repository.ts';

const CURSOR = /^(\d{1,15})\.([A-Za-z0-9_-]{1,64})$/;

/** The place after which a page goes on; opaque to the host. */
export const writeCursor = (row: InterviewRow | undefined): string | null =>
  row ? Buffer.from(`${row.created_at}.${row.id}`).toString('base64url') : null;

/** @returns `bad-request` for what is no cursor of ours */
export function readCursor(cursor: string | undefined): Result<PagePosition | undefined> {
  if (cursor === undefined) return ok(undefined);
  const [, createdAt, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (createdAt === undefined || id === undefined) {
    const message = 'must be the nextCursor of an earlier answer';
    return refuse('bad-request', { errors: [{ path: '/cursor', message }] });
  }
  return ok({ createdAt: Number(createdAt), id });
}
