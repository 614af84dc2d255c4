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
import type { KeyRing } from '../keys.ts';
import type { Attendance } from '../rooms/attendance.ts';
import type { CreateLimiter } from '../cluster/limiters.ts';
import { type RedisLink } from '../cluster/redis-link.ts';
import { RedisRoomBus } from '../cluster/redis-room-bus.ts';
import type { Connection } from '../rooms/connection.ts';
import { Connections } from '../rooms/connections.ts';
import { HostControls } from '../rooms/host-controls.ts';
import { hostEvents } from '../rooms/host-events.ts';
import { JoinService } from '../rooms/join-service.ts';
import { createLocalRoomBus } from '../rooms/local-room-bus.ts';
import { NodeLife } from '../rooms/node-life.ts';
import { endCallsOfRemovedHosts } from '../rooms/removed-hosts.ts';
import { ParticipantsService } from '../rooms/participants-service.ts';
import { roomEvents } from '../rooms/room-events.ts';
import type { RoomMetrics } from '../rooms/room-metrics.ts';
import { roomLimits } from '../rooms/room-limits.ts';
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
import { noteAnswers } from './upgrade-request.ts';

export interface RealtimeOptions {
  readonly server: HttpServer;
  readonly db: Database;
  readonly keys: KeyRing;
  /** To the other nodes; `null` where this is the only one. */
  readonly link: RedisLink | null;
  /** Counts with the other nodes; `null` as `link`. */
  readonly createLimiter: CreateLimiter | null;
  readonly clock: Clock;
  readonly logger: Pick<FastifyBaseLogger, 'error' | 'info'>;
  readonly config: Pick<Config, 'graceMs' | 'goodbyeMs'>;
  readonly hosts: Pick<HostsService, 'find' | 'list' | 'allowsOrigin' | 'anyHostAllows'>;
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
export async function attachRealtime(options: RealtimeOptions): Promise<Realtime> {
  const { graceMs, goodbyeMs } = options.config;
  const {
    db,
    keys,
    link,
    createLimiter,
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
    void background.run(work);
  };
  const closing = new AbortController();

  const nodeId = newId();
  const connections = new Connections(roomLimits(createLimiter));
  const snapshots = new RoomSnapshots({
    db,
    clock,
    chat,
    hosts,
    interviews,
    iceServersFor,
    connections,
  });
  const refresh = (connection: Connection): Promise<void> => {
    connection.run(async () => {
      await snapshots.send(connection);
    });
    return connection.idle();
  };
  const local = createLocalRoomBus(connections, refresh);
  const bus =
    link === null
      ? local
      : await RedisRoomBus.open({ link, nodeId, local, connections, refresh, onFault });
  const participants = new ParticipantsService({
    db,
    clock,
    bus,
    attendance,
    graceMs,
    goodbyeMs,
  });
  const joins = new JoinService({
    db,
    keys,
    clock,
    tickets,
    hosts,
    interviews,
    attendance,
    createLimiter,
  });
  const relay = new SignalRelay(bus, connections);
  const controls = new HostControls({ db, clock, bus, attendance, inBackground });
  const dispatcher = createDispatcher(
    {
      ...roomEvents({ relay, participants, bus, iceServersFor }),
      ...chatEvents({ chat, bus }),
      ...hostEvents({ controls, interviews }),
      ...reportEvents({ summaries, metrics }),
    },
    { clock, logger, connections },
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

  /** From before the join to the end of the transport. */
  const open = new Set<string>();
  const node = new NodeLife({
    id: nodeId,
    shared: link !== null,
    db,
    clock,
    bus,
    connections,
    participants,
    refresh,
    isOpen: (connectionId) => open.has(connectionId),
  });
  const recovered = node.start();
  inBackground(recovered);
  const started = recovered.then(
    () => true,
    () => false,
  );
  const isReady = async () => (await started) && !closing.signal.aborted;

  const io = createSocketServer(options.server, hosts);
  noteAnswers(io);
  const handshake = createHandshake({
    joins,
    clock,
    nodeId,
    logger,
    metrics,
    isReady,
    onJoined: life.onJoined,
  });
  io.use((socket, next) => {
    if (socket.conn.readyState === 'open') {
      open.add(socket.id);
      socket.conn.once('close', () => open.delete(socket.id));
    }
    inBackground(handshake(socket, next));
  });
  io.on('connection', life.onConnection);

  startSweeper({
    clock,
    sweep: async (now) => {
      if (!(await isReady())) return;
      // Each node for its own people, before it looks for seats that are gone.
      await endCallsOfRemovedHosts({ hosts, connections, notifier: local });
      await node.beat(now);
      await interviews.sweep(now);
      await participants.sweep(now);
      await summaries.sweep(now);
      await retention.sweep(now);
    },
    // A close waits for the one that is under way, as it needs the store.
    run: (work) => background.run(work),
    signal: closing.signal,
  });

  return {
    notifier: bus,
    participants,
    async close() {
      closing.abort();
      const held = connections.all();
      for (const connection of held) {
        connections.remove(connection);
        connection.close({ code: 'unavailable', retryable: true });
      }
      await closeSocketServer(io);
      await Promise.all(held.map((connection) => connection.idle()));
      await background.settled();
      if (await started) await node.stop().catch(onFault);
    },
  };
}
