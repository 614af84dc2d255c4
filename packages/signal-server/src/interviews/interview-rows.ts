import { type InterviewCreate, type InterviewPatch, LIMITS } from '@rendev/interview-protocol';
import { newId } from '../ids.ts';
import { storableText } from '../storage/storable-text.ts';
import type { InterviewChange, InterviewRow } from '../storage/tables.ts';
import type { Schedule } from './interview-schedule.ts';
import { statusAt } from './interview-window.ts';

/** A new interview with what the host left out filled in; the room fits everybody invited. */
export const newRow = (
  host: { readonly id: string; readonly window: 'on' | 'off' },
  input: InterviewCreate,
  schedule: Schedule,
  now: number,
): InterviewRow => ({
  id: newId(),
  host_id: host.id,
  external_id: input.externalId ?? null,
  title: storableText(input.title ?? ''),
  ...columnsOf(schedule),
  max_participants:
    input.maxParticipants ?? Math.max(LIMITS.participantsMin, input.participants?.length ?? 0),
  admission: input.admission ?? 'open',
  relay_only: input.relayOnly ? 1 : 0,
  status: statusAt(schedule.opensAt, host.window, now),
  metadata: JSON.stringify(input.metadata ?? {}),
  last_seq: 0,
  version: 1,
  summarized_at: null,
  erased_at: null,
  created_at: now,
  updated_at: now,
  ended_at: null,
});

/** What a patch says beside the times. */
export const patchColumns = (patch: InterviewPatch): InterviewChange => ({
  ...(patch.title !== undefined && { title: storableText(patch.title) }),
  ...(patch.maxParticipants !== undefined && { max_participants: patch.maxParticipants }),
  ...(patch.admission !== undefined && { admission: patch.admission }),
  ...(patch.relayOnly !== undefined && { relay_only: patch.relayOnly ? 1 : 0 }),
  ...(patch.metadata !== undefined && { metadata: JSON.stringify(patch.metadata) }),
});

export const scheduleOf = (row: InterviewRow): Schedule => ({
  scheduledAt: row.scheduled_at,
  timeZone: row.time_zone,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
});

export const columnsOf = (schedule: Schedule) => ({
  scheduled_at: schedule.scheduledAt,
  time_zone: schedule.timeZone,
  opens_at: schedule.opensAt,
  closes_at: schedule.closesAt,
});
