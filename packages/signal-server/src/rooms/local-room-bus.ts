import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import type { Audience, RoomBus } from './room-bus.ts';

/**
 * The bus of a server that is one node: everybody's connection is here.
 *
 * @param refresh gives a connection a new snapshot after what it asked before
 */
export function createLocalRoomBus(
  connections: Connections,
  refresh: (connection: Connection) => Promise<void>,
): RoomBus {
  return {
    follow: () => Promise.resolve(),
    toRoom({ interviewId, audience, except }, event, payload) {
      for (const connection of connections.in(interviewId)) {
        if (connection.participantId !== except && listens(connection, audience)) {
          connection.send(event, payload);
        }
      }
    },
    toParticipant({ interviewId, participantId }, event, payload) {
      connections.find(interviewId, participantId)?.send(event, payload);
    },
    signal(to, signal) {
      const target = connections.findPage(to);
      target?.send('signal', signal);
      return target !== undefined;
    },
    exclude({ interviewId, participantId }) {
      const target = connections.find(interviewId, participantId);
      if (target !== undefined) connections.setAdmitted(target, false);
    },
    async renew({ interviewId, participantId }) {
      const target = connections.find(interviewId, participantId);
      if (target !== undefined) await refresh(target);
    },
    disconnect({ interviewId, participantId, connectionId }, closed) {
      for (const connection of connections.in(interviewId)) {
        if (connection.participantId !== participantId) continue;
        if (connectionId !== undefined && connection.id !== connectionId) continue;
        connections.remove(connection);
        connection.close(closed);
      }
    },
    updated(interview) {
      connections.setRelayOnly(interview.id, interview.relayOnly);
      for (const connection of connections.in(interview.id)) {
        connection.send('interview:updated', { interview });
      }
    },
    ended(interviewId, reason) {
      for (const connection of connections.in(interviewId)) {
        // After what the connection asked before, so that whoever ended the interview is answered.
        connection.run(() => {
          connections.remove(connection);
          connection.end(reason);
        });
      }
    },
  };
}

function listens(connection: Connection, audience: Audience): boolean {
  switch (audience) {
    case 'everyone':
      return true;
    case 'room':
      return connection.admitted;
    case 'interviewers':
      return connection.admitted && connection.isInterviewer;
    case 'guests':
      return connection.admitted && !connection.isInterviewer;
  }
}
