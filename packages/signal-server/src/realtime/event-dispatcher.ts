import type { ClientEventName } from '@rendev/interview-protocol';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../clock.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Connection } from '../rooms/connection.ts';
import type { Connections } from '../rooms/connections.ts';
import { isAway } from '../storage/store-fault.ts';
import type { EventRule } from './event-rule.ts';
import { RateLimits, TokenBucket, type Rate } from './rate-limits.ts';
import { toWireError } from './wire-error.ts';

/** How often a connection may be told that it sends too much: a page heeds the first word. */
const REFUSALS: Rate = { perSecond: 100, burst: 1_000 };

export type EventRules = Readonly<Record<ClientEventName, EventRule>>;

export interface DispatcherServices {
  readonly clock: Clock;
  readonly logger: Pick<FastifyBaseLogger, 'error'>;
  readonly connections: Pick<Connections, 'limitsIn'>;
}

/**
 * The one way of every event: its limits, its schema, who may, then its rule. Each is acknowledged;
 * whatever a client sends, and whatever fails here, the process goes on. A flood ends its connection.
 *
 * @returns makes what to call with each event of a connection
 */
export function createDispatcher(
  rules: EventRules,
  { clock, logger, connections }: DispatcherServices,
): (connection: Connection) => (event: unknown, args: readonly unknown[]) => void {
  /** What can be said at once, so that a flood costs nothing more. */
  function check(
    connection: Connection,
    limits: RateLimits,
    event: unknown,
    call: Call,
  ): Result<EventRule> {
    const rule = isKnown(rules, event) ? rules[event] : undefined;
    const kind = rule?.limit ?? 'other';
    const now = clock();
    // The room's only after the connection's own: what is refused there costs the others nothing.
    const retryAfterMs =
      limits.take(kind, now) ||
      (connections.limitsIn(connection.interviewId)?.take(kind, now) ?? 0);
    if (retryAfterMs > 0) return refuse('rate-limited', { retryAfterMs });
    if (rule === undefined) return refuse('unknown-event');
    return call.extra || !rule.fits(call.payload) ? refuse(rule.misfit(call.payload)) : ok(rule);
  }

  function perform(
    connection: Connection,
    rule: EventRule,
    payload: unknown,
  ): ReturnType<EventRule['handle']> {
    if (connection.ended && !rule.whenEnded) return refuse('ended');
    if (!connection.admitted && !rule.whileWaiting) return refuse('not-admitted');
    if (rule.interviewersOnly && !connection.isInterviewer) return refuse('forbidden');
    return rule.handle(connection, payload);
  }

  return (connection) => {
    // Closures are kept for each connection: this is the only one.
    const limits = new RateLimits();
    const refusals = new TokenBucket(REFUSALS);
    return (event, args) => {
      if (connection.closed) return;
      const call = parse(args);
      const checked = check(connection, limits, event, call);
      const isRefused = !checked.ok && checked.error.code === 'rate-limited';
      if (isRefused && refusals.take(clock()) > 0) {
        connection.close();
        return;
      }
      // In the order of arrival, so that neither effects nor answers overtake each other.
      connection.run(() => {
        if (connection.closed) return;
        const onFault = (error: unknown) => {
          logger.error({ err: error, event, participant: connection.participantId }, 'failed');
          return refuse(isAway(error) ? 'unavailable' : 'internal');
        };
        let result: ReturnType<EventRule['handle']>;
        try {
          result = checked.ok ? perform(connection, checked.value, call.payload) : checked;
        } catch (error) {
          result = onFault(error);
        }
        if (!(result instanceof Promise)) {
          answer(call, result);
          return;
        }
        return result.catch(onFault).then((late) => {
          answer(call, late);
        });
      });
    };
  };
}

function answer({ acknowledge }: Call, result: Result<object>): void {
  acknowledge(
    result.ok ? { ...result.value, ok: true } : { ok: false, error: toWireError(result.error) },
  );
}

const isKnown = (rules: EventRules, event: unknown): event is ClientEventName =>
  typeof event === 'string' && Object.hasOwn(rules, event);

interface Call {
  readonly payload: unknown;
  /** Whether there was more than one argument. */
  readonly extra: boolean;
  readonly acknowledge: (answer: object) => void;
}

/** Socket.IO puts the acknowledgement last, where the client asked for one. */
function parse(args: readonly unknown[]): Call {
  const last = args.at(-1);
  const asked = typeof last === 'function';
  const values = asked ? args.slice(0, -1) : args;
  return {
    payload: values[0],
    extra: values.length > 1,
    acknowledge: asked ? (last as Call['acknowledge']) : () => undefined,
  };
}
