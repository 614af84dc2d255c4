import type { ClientEventName, ClientPayload } from '@rendev/interview-protocol';
import { newEpoch, newMessageId } from '../../packages/signal-server/test/realtime/client.ts';

/** Who an event is aimed at. */
export interface Target {
  readonly id: string;
  readonly epoch: string;
}

/** A good payload of each event that there is: a new event does not compile without one. */
export const goodPayloads = ({
  id,
  epoch,
}: Target): { [E in ClientEventName]: ClientPayload<E> } => ({
  'signal:send': {
    to: id,
    toEpoch: epoch,
    link: newEpoch(),
    description: { type: 'offer', sdp: 'v=0\r\n', offerId: 'one' },
  },
  'chat:send': { id: newMessageId(), text: 'text' },
  'chat:since': { seq: 0 },
  'chat:typing': { typing: true },
  'chat:delivered': { seq: 0 },
  'chat:read': { seq: 0 },
  'participant:media': { microphone: true, camera: true, screen: false },
  'participant:hand': { raised: true },
  'participant:react': { reaction: 'clap' },
  'participant:leave': {},
  'participant:report': { good: 1, weak: 0, lost: 0, relayed: false },
  'ice:refresh': {},
  'participant:admit': { id },
  'participant:reject': { id },
  'participant:remove': { id },
  'participant:lobby': { id },
  'participant:mute': { id },
  'interview:extend': { minutes: 5 },
  'interview:end': {},
});

/** What somebody may do who waits before the room. */
export const WHILE_WAITING: readonly ClientEventName[] = ['participant:media', 'participant:leave'];

export const INTERVIEWERS_ONLY: readonly ClientEventName[] = [
  'participant:admit',
  'participant:reject',
  'participant:remove',
  'participant:lobby',
  'participant:mute',
  'interview:extend',
  'interview:end',
];

/** What is aimed at one person. */
export const AIMED: readonly ClientEventName[] = [
  'signal:send',
  ...INTERVIEWERS_ONLY.filter((event) => event.startsWith('participant:')),
];
