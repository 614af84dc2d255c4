import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import type { Audience, RoomBus } from './room-bus.ts';

/** The bus of a server that is one node: everybody's connection is here. */
export function createLocalRoomBus(connections: Connections): RoomBus {
  return {
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
    signal({ interviewId, participantId, epoch }, signal) {
      const target = connections.find(interviewId, participantId);
      const there = target?.admitted === true && target.epoch === epoch;
      if (there) target.send('signal', signal);
      return Promise.resolve(there);
    },
    disconnect({ interviewId, participantId, connectionId }, closed) {
      for (const connection of connections.in(interviewId)) {
        if (connection.participantId !== participantId) continue;
        if (connectionId !== undefined && connection.id !== connectionId) continue;
        connections.remove(connection);
        connection.close(closed);
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
