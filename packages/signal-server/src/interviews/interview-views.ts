import type { Interview, InterviewPublic } from '@rendev/interview-protocol';
import { toTimestamp } from '../clock.ts';
import type { InterviewRow } from '../storage/tables.ts';

/** What a participant may know. */
export function toPublic(row: InterviewRow, window: 'on' | 'off'): InterviewPublic {
  return {
    id: row.id,
    title: row.title,
    scheduledAt: toTimestamp(row.scheduled_at),
    timeZone: row.time_zone,
    opensAt: toTimestamp(row.opens_at),
    closesAt: window === 'off' ? null : toTimestamp(row.closes_at),
    maxParticipants: row.max_participants,
    admission: row.admission,
    relayOnly: row.relay_only === 1,
    status: row.status,
    version: row.version,
  };
}

/** What the host that owns it sees. */
export function toInterview(row: InterviewRow, window: 'on' | 'off'): Interview {
  return {
    ...toPublic(row, window),
    externalId: row.external_id,
    metadata: JSON.parse(row.metadata) as Interview['metadata'],
    createdAt: toTimestamp(row.created_at),
    updatedAt: toTimestamp(row.updated_at),
    endedAt: row.ended_at === null ? null : toTimestamp(row.ended_at),
    erasedAt: row.erased_at === null ? null : toTimestamp(row.erased_at),
  };
}
