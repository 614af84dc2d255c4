import type { LeaveReason } from '@rendev/interview-protocol';
import type { ParticipantRow } from '../storage/tables.ts';
import { toParticipant } from './participant-view.ts';
import type { RoomBus } from './room-bus.ts';

/** Tells everybody else who may see the participant: of a waiting person, the interviewers alone. */
export function announce(
  bus: RoomBus,
  event: 'participant:joined' | 'participant:updated',
  row: ParticipantRow,
): void {
  const audience = row.state === 'waiting' ? 'interviewers' : 'room';
  bus.toRoom({ interviewId: row.interview_id, audience, except: row.id }, event, {
    participant: toParticipant(row),
  });
}

export function announceLeft(bus: RoomBus, row: ParticipantRow, reason: LeaveReason): void {
  const audience = row.admitted_at === null ? 'interviewers' : 'room';
  bus.toRoom({ interviewId: row.interview_id, audience, except: row.id }, 'participant:left', {
    id: row.id,
    reason,
  });
}
