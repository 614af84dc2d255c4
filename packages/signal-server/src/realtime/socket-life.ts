import { announce } from '../rooms/announce.ts';
import { Connection } from '../rooms/connection.ts';
import type { Connections } from '../rooms/connections.ts';
import type { Joined } from '../rooms/join-service.ts';
import type { ParticipantsService } from '../rooms/participants-service.ts';
import type { RoomBus } from '../rooms/room-bus.ts';
import type { RoomSnapshots } from '../rooms/room-snapshots.ts';
import type { SignalRelay } from '../rooms/signal-relay.ts';
import type { createDispatcher } from './event-dispatcher.ts';
import { cutSlowReader } from './slow-reader.ts';
import type { RealtimeSocket } from './types.ts';
import { forgetJoin } from './upgrade-request.ts';

export interface SocketLifeServices {
  readonly bus: RoomBus;
  readonly connections: Connections;
  readonly participants: ParticipantsService;
  readonly snapshots: RoomSnapshots;
  readonly relay: SignalRelay;
  readonly dispatcher: ReturnType<typeof createDispatcher>;
  readonly inBackground: (work: Promise<void>) => void;
  readonly onFault: (error: unknown) => void;
  /** When the server closes, nobody is lost: everybody may come back after the next start. */
  readonly closing: AbortSignal;
}

/** A socket from the join, which its handshake was, to its end. */
export function createSocketLife(services: SocketLifeServices) {
  const { bus, connections, participants, snapshots, relay, dispatcher } = services;
  const { inBackground, onFault, closing } = services;

  /** The end of the transport is the one sign of a loss; it comes also before the socket is up. */
  function onJoined(socket: RealtimeSocket, { participant }: Joined): void {
    const lose = () => {
      if (!closing.aborted) inBackground(participants.lose(participant.id, socket.id));
    };
    if (socket.conn.readyState === 'open') socket.conn.once('close', lose);
    else lose();
  }

  function onConnection(socket: RealtimeSocket): void {
    const { joined, since } = socket.data;
    closePrevious(joined);
    const { participant, resumeToken } = joined;
    const outlet = {
      emit: (event: string, payload: unknown) => {
        socket.emit(event, payload);
      },
      disconnect: () => {
        socket.disconnect(true);
      },
    };
    cutSlowReader(socket.conn);
    forgetJoin(socket);
    const connection = new Connection(
      socket.id,
      { participant, resumeToken, since },
      outlet,
      onFault,
    );
    connections.add(connection, joined);
    const onEvent = dispatcher(connection);
    socket.onAny((event: unknown, ...args: unknown[]) => {
      onEvent(event, args);
    });
    socket.on('disconnect', () => {
      connections.remove(connection);
      connection.close();
      // One join for each transport: the next needs a handshake of its own.
      socket.conn.close();
    });
    showRoom(connection, joined);
  }

  // Apart, so that what a connection keeps for good does not keep what its join brought.
  function showRoom(connection: Connection, { kind, offers }: Joined): void {
    const event = kind === 'joined' ? 'participant:joined' : 'participant:updated';
    connection.run(async () => {
      await bus.follow(connection);
      await snapshots.send(connection, (self, others) => {
        // Whoever gets an offer has heard of the page that it comes from.
        announce(bus, event, self);
        return relay.give(connection, offers.splice(0), others);
      });
    });
  }

  function closePrevious({ participant, previousConnectionId, kind }: Joined): void {
    if (previousConnectionId === null) return;
    const { interview_id: interviewId, id: participantId } = participant;
    bus.disconnect(
      { interviewId, participantId, connectionId: previousConnectionId },
      // The same page has let go of that connection by itself.
      kind === 'resumed' ? undefined : { code: 'duplicate-session', retryable: false },
    );
  }

  return { onJoined, onConnection };
}
