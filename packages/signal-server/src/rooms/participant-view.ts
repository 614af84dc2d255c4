import type { Participant } from '@rendev/interview-protocol';
import { toTimestamp } from '../clock.ts';
import type { ParticipantRow } from '../storage/tables.ts';

/** A participant as the others see it. */
export const toParticipant = (row: ParticipantRow): Participant => ({
  id: row.id,
  name: row.name,
  role: row.role,
  epoch: row.epoch,
  presence: row.connection_id === null ? 'disconnected' : 'connected',
  admitted: row.state === 'admitted',
  media: { microphone: row.microphone === 1, camera: row.camera === 1, screen: row.screen === 1 },
  hand: row.hand_raised_at !== null,
  handRaisedAt: row.hand_raised_at === null ? null : toTimestamp(row.hand_raised_at),
  joinedAt: toTimestamp(row.joined_at),
});
