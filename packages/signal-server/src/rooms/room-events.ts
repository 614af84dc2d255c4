import type { IceServersFor } from '../ice/ice-servers.ts';
import { rule } from '../realtime/event-rule.ts';
import { ok } from '../result.ts';
import type { RoomBus } from './room-bus.ts';
import type { ParticipantsService } from './participants-service.ts';
import type { SignalRelay } from './signal-relay.ts';
import { signalMisfit } from './signal-misfit.ts';

export interface RoomEventServices {
  readonly relay: SignalRelay;
  readonly participants: ParticipantsService;
  readonly bus: RoomBus;
  readonly iceServersFor: IceServersFor;
}

/** What everybody in a room may do. */
export const roomEvents = ({ relay, participants, bus, iceServersFor }: RoomEventServices) => ({
  'signal:send': rule('signal:send', (connection, signal) => relay.send(connection, signal), {
    limit: 'signal',
    misfit: signalMisfit,
  }),
  'participant:media': rule(
    'participant:media',
    async ({ participantId }, media) => {
      await participants.setMedia(participantId, media);
      return ok({});
    },
    { whileWaiting: true },
  ),
  'participant:hand': rule('participant:hand', async ({ participantId }, { raised }) => {
    await participants.setHand(participantId, raised);
    return ok({});
  }),
  'participant:react': rule(
    'participant:react',
    ({ interviewId, participantId: from }, { reaction }) => {
      const others = { interviewId, audience: 'room', except: from } as const;
      bus.toRoom(others, 'participant:reaction', { from, reaction });
      return ok({});
    },
    { limit: 'reaction' },
  ),
  'participant:leave': rule(
    'participant:leave',
    async (connection) => {
      await participants.leave(connection.participantId);
      // After this event, so that the goodbye is answered first.
      connection.run(() => {
        connection.close();
      });
      return ok({});
    },
    { whileWaiting: true },
  ),
  'ice:refresh': rule('ice:refresh', ({ participantId }) =>
    ok({ iceServers: iceServersFor(participantId) }),
  ),
});
