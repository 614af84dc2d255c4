import { JoinRequest, PROTOCOL_VERSION } from '@rendev/interview-protocol';
import type { FastifyBaseLogger } from 'fastify';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Clock, toTimestamp } from '../clock.ts';
import { ok, refuse, type Refusal, type Result } from '../result.ts';
import type { Joined, JoinService } from '../rooms/join-service.ts';
import type { RoomMetrics } from '../rooms/room-metrics.ts';
import { isAway } from '../storage/store-fault.ts';
import type { RealtimeSocket } from './types.ts';
import { toWireError } from './wire-error.ts';

const request = Compile(JoinRequest);
const versioned = Compile(Type.Object({ protocol: Type.Integer() }));

export interface HandshakeServices {
  readonly joins: JoinService;
  readonly clock: Clock;
  readonly nodeId: string;
  readonly logger: Pick<FastifyBaseLogger, 'error' | 'info'>;
  readonly metrics: Pick<RoomMetrics, 'joined' | 'refused'>;
  /** Whether joins are taken; waits while the server starts. */
  readonly isReady: () => Promise<boolean>;
  /** Called for every seat that is taken, whether or not its socket lives to see it. */
  readonly onJoined: (socket: RealtimeSocket, joined: Joined) => void;
}

/**
 * The handshake is the join: a socket that is let through sits in its seat.
 *
 * @returns the middleware; its promise resolves when the answer was given
 */
export function createHandshake(services: HandshakeServices) {
  const { joins, clock, nodeId, logger, metrics, isReady, onJoined } = services;

  async function join(socket: RealtimeSocket): Promise<Result<Joined>> {
    const asked = readRequest(socket.handshake.auth);
    // Read once: its secrets and its offers, as long as pages, are not kept with the socket.
    socket.handshake.auth = {};
    if (!asked.ok) return asked;
    if (!(await isReady())) return refuse('unavailable');
    const { origin } = socket.handshake.headers;
    const joined = await joins.join(asked.value, { connectionId: socket.id, nodeId, origin });
    if (!joined.ok) return joined;
    socket.data.joined = joined.value;
    socket.data.since = asked.value.since;
    onJoined(socket, joined.value);
    return joined;
  }

  const toError = (refusal: Refusal): Error =>
    Object.assign(new Error(refusal.code), {
      data: { ...toWireError(refusal), serverTime: toTimestamp(clock()) },
    });

  return async (socket: RealtimeSocket, next: (error?: Error) => void): Promise<void> => {
    const result = await join(socket).catch((error: unknown) => {
      logger.error({ err: error }, 'join failed');
      return refuse(isAway(error) ? 'unavailable' : 'internal');
    });
    if (result.ok) {
      metrics.joined(result.value.kind);
    } else {
      metrics.refused('join', result.error.code);
      logger.info({ code: result.error.code }, 'join refused');
    }
    next(result.ok ? undefined : toError(result.error));
    // One try for each transport. The refusal is on its way before this.
    if (!result.ok) {
      setImmediate(() => {
        socket.conn.close();
      });
    }
  };
}

/** The version first: a page of another version may have another shape. */
function readRequest(auth: unknown): Result<JoinRequest> {
  if (versioned.Check(auth) && auth.protocol !== PROTOCOL_VERSION) {
    return refuse('protocol-unsupported');
  }
  return request.Check(auth) && offersOnly(auth) ? ok(auth) : refuse('bad-request');
}

/** What a schema of descriptions cannot say: nobody can be answered before they have offered. */
const offersOnly = ({ offers = [] }: JoinRequest): boolean =>
  offers.every(({ description }) => description.type === 'offer');
