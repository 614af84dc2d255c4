import type { Server as HttpServer } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import type { Tickets } from '../admission/tickets.ts';
import { chatEvents } from '../chat/chat-events.ts';
import type { ChatService } from '../chat/chat-service.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { HostsService } from '../hosts/hosts-service.ts';
import type { IceServersFor } from '../ice/ice-servers.ts';
import { newId } from '../ids.ts';
import type { InterviewNotifier, InterviewsService } from '../interviews/interviews-service.ts';
import type { Attendance } from '../rooms/attendance.ts';
import { Connections } from '../rooms/connections.ts';
import { HostControls } from '../rooms/host-controls.ts';
import { hostEvents } from '../rooms/host-events.ts';
import { createInterviewNotifier } from '../rooms/interview-notifier.ts';
import { JoinService } from '../rooms/join-service.ts';
import { createLocalRoomBus } from '../rooms/local-room-bus.ts';
import { ParticipantsService } from '../rooms/participants-service.ts';
import { roomEvents } from '../rooms/room-events.ts';
import type { RoomMetrics } from '../rooms/room-metrics.ts';
import { RoomSnapshots } from '../rooms/room-snapshots.ts';
import { SignalRelay } from '../rooms/signal-relay.ts';
import { startSweeper } from '../rooms/sweeper.ts';
import type { RetentionService } from '../retention/retention-service.ts';
import { reportEvents } from '../summaries/report-events.ts';
import type { SummariesService } from '../summaries/summaries-service.ts';
import type { Database } from '../storage/database.ts';
import { Background } from './background.ts';
import { createDispatcher } from './event-dispatcher.ts';
import { createHandshake } from './handshake.ts';
import { closeSocketServer, createSocketServer } from './socket-server.ts';
import { createSocketLife } from './socket-life.ts';

export interface RealtimeOptions {
  readonly server: HttpServer;
  readonly db: Database;
  readonly clock: Clock;
  readonly logger: Pick<FastifyBaseLogger, 'error' | 'info'>;
  readonly config: Pick<Config, 'graceMs' | 'goodbyeMs'>;
  readonly hosts: Pick<HostsService, 'find' | 'allowsOrigin' | 'anyHostAllows'>;
  readonly interviews: Pick<InterviewsService, 'find' | 'extend' | 'end' | 'sweep'>;
  readonly tickets: Pick<Tickets, 'verify'>;
  readonly chat: ChatService;
  readonly iceServersFor: IceServersFor;
  readonly attendance: Attendance;
  readonly summaries: Pick<SummariesService, 'report' | 'sweep'>;
  readonly retention: Pick<RetentionService, 'sweep'>;
  readonly metrics: RoomMetrics;
}

export interface Realtime {
  readonly notifier: InterviewNotifier;
  readonly participants: Pick<ParticipantsService, 'goodbye'>;
  /** Tells every page to come back, and closes. Nobody leaves by it: their grace waits for them. */
  close(): Promise<void>;
}

/** Puts the rooms onto an HTTP server, at /v1/realtime. */
export function attachRealtime(options: RealtimeOptions): Realtime {
  const { graceMs, goodbyeMs } = options.config;
  const {
    db,
    clock,
    logger,
    hosts,
    interviews,
    tickets,
    chat,
    iceServersFor,
    attendance,
    summaries,
    retention,
    metrics,
  } = options;
  const onFault = (error: unknown) => {
    logger.error({ err: error }, 'realtime work failed');
  };
  const background = new Background(onFault);
  const inBackground = (work: Promise<void>) => {
    background.run(work);
  };
  const closing = new AbortController();

  const connections = new Connections();
  const bus = createLocalRoomBus(connections);
  const participants = new ParticipantsService({
    db,
    clock,
    bus,
    attendance,
    graceMs,
    goodbyeMs,
  });
  const joins = new JoinService({ db, clock, tickets, hosts, interviews, attendance });
  const snapshots = new RoomSnapshots({
    db,
    clock,
    chat,
    hosts,
    interviews,
    iceServersFor,
    connections,
  });
  const relay = new SignalRelay(bus, connections);
  const controls = new HostControls({ db, clock, bus, connections, snapshots, attendance });
  const dispatcher = createDispatcher(
    {
      ...roomEvents({ relay, participants, bus, iceServersFor }),
      ...chatEvents({ chat, bus }),
      ...hostEvents({ controls, interviews }),
      ...reportEvents({ summaries, metrics }),
    },
    { clock, logger },
  );

  const life = createSocketLife({
    bus,
    connections,
    participants,
    snapshots,
    relay,
    dispatcher,
    inBackground,
    onFault,
    closing: closing.signal,
  });

  const recovered = participants.recover();
  inBackground(recovered);
  const isReady = () =>
    recovered.then(
      () => !closing.signal.aborted,
      () => false,
    );

  const io = createSocketServer(options.server, hosts);
  const handshake = createHandshake({
    joins,
    clock,
    nodeId: newId(),
    logger,
    metrics,
    isReady,
    onJoined: life.onJoined,
  });
  io.use((socket, next) => {
    inBackground(handshake(socket, next));
  });
  io.on('connection', life.onConnection);

  startSweeper({
    clock,
    sweep: async (now) => {
      if (!(await isReady())) return;
      await interviews.sweep(now);
      await participants.sweep(now);
      await summaries.sweep(now);
      await retention.sweep(now);
    },
    onFault,
    signal: closing.signal,
  });

  return {
    notifier: createInterviewNotifier({ bus, connections }),
    participants,
    async close() {
      closing.abort();
      const open = connections.all();
      for (const connection of open) {
        connections.remove(connection);
        connection.close({ code: 'unavailable', retryable: true });
      }
      await closeSocketServer(io);
      await Promise.all(open.map((connection) => connection.idle()));
      await background.settled();
    },
  };
}
