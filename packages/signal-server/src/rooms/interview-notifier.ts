import type { InterviewNotifier } from '../interviews/interviews-service.ts';
import type { Connections } from './connections.ts';
import type { RoomBus } from './room-bus.ts';

export interface NotifierServices {
  readonly bus: RoomBus;
  readonly connections: Connections;
}

/** Tells the people in a room what became of their interview. */
export function createInterviewNotifier(services: NotifierServices): InterviewNotifier {
  const { bus, connections } = services;

  function end(interviewId: string, reason: Parameters<InterviewNotifier['ended']>[1]): void {
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
      end(interviewId, reason);
    },
  };
}
