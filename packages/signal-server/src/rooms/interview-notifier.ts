import type { InterviewNotifier } from '../interviews/interviews-service.ts';
import type { Connections } from './connections.ts';
import type { ParticipantsService } from './participants-service.ts';
import type { RoomBus } from './room-bus.ts';

export interface NotifierServices {
  readonly bus: RoomBus;
  readonly connections: Connections;
  readonly participants: ParticipantsService;
  /** Takes work that the caller does not wait for. */
  readonly inBackground: (work: Promise<void>) => void;
}

/** Tells the people in a room what became of their interview. */
export function createInterviewNotifier(services: NotifierServices): InterviewNotifier {
  const { bus, connections, participants, inBackground } = services;

  async function end(
    interviewId: string,
    reason: Parameters<InterviewNotifier['ended']>[1],
  ): Promise<void> {
    await participants.leaveAll(interviewId);
    for (const connection of connections.in(interviewId)) {
      // After what the connection asked before, so that whoever ended the interview is answered.
      connection.run(() => {
        connections.remove(connection);
        connection.send('interview:ended', { reason });
        connection.close();
      });
    }
  }

  return {
    updated(interview) {
      const { id: interviewId, relayOnly } = interview;
      connections.setRelayOnly(interviewId, relayOnly);
      bus.toRoom({ interviewId, audience: 'everyone' }, 'interview:updated', { interview });
    },
    ended(interviewId, reason) {
      inBackground(end(interviewId, reason));
    },
  };
}
