import type { ClientEventName } from '@rendev/interview-protocol';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../clock.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Connection } from '../rooms/connection.ts';
import type { EventRule } from './event-rule.ts';
import { RateLimits } from './rate-limits.ts';
import { toWireError } from './wire-error.ts';

export type EventRules = Readonly<Record<ClientEventName, EventRule>>;

/**
 * The one way of every event: its limit, its schema, who may, then its rule. Each is acknowledged;
 * whatever a client sends, and whatever fails here, the process goes on.
 *
 * @returns makes what to call with each event of a connection
 */
export function createDispatcher(
  rules: EventRules,
  { clock, logger }: { clock: Clock; logger: Pick<FastifyBaseLogger, 'error'> },
): (connection: Connection) => (event: unknown, args: readonly unknown[]) => void {
  return (connection) => {
    const limits = new RateLimits();

    /** What can be said at once, so that a flood costs nothing more. */
    function check(event: unknown, { payload, extra }: Call): Result<EventRule> {
      const rule = isKnown(rules, event) ? rules[event] : undefined;
      const retryAfterMs = limits.take(rule?.limit ?? 'other', clock());
      if (retryAfterMs > 0) return refuse('rate-limited', { retryAfterMs });
      if (rule === undefined) return refuse('unknown-event');
      return extra || !rule.fits(payload) ? refuse(rule.misfit(payload)) : ok(rule);
    }

    async function perform(rule: EventRule, payload: unknown): Promise<Result<object>> {
      if (!connection.admitted && !rule.whileWaiting) return refuse('not-admitted');
      if (rule.interviewersOnly && !connection.isInterviewer) return refuse('forbidden');
      return rule.handle(connection, payload);
    }

    return (event, args) => {
      if (connection.closed) return;
      const call = parse(args);
      const checked = check(event, call);
      // In the order of arrival, so that neither effects nor answers overtake each other.
      connection.run(async () => {
        if (connection.closed) return;
        const result = checked.ok
          ? await perform(checked.value, call.payload).catch((error: unknown) => {
              logger.error({ err: error, event, participant: connection.participantId }, 'failed');
              return refuse('internal');
            })
          : checked;
        call.acknowledge(
          result.ok
            ? { ...result.value, ok: true }
            : { ok: false, error: toWireError(result.error) },
        );
      });
    };
  };
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
