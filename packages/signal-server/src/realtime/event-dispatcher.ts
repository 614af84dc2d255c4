import type { ClientEventName } from '@rendev/interview-protocol';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../clock.ts';
import { refuse, type Result } from '../result.ts';
import type { Connection } from '../rooms/connection.ts';
import type { EventRule } from './event-rule.ts';
import { RateLimits } from './rate-limits.ts';
import { toWireError } from './wire-error.ts';

export type EventRules = Readonly<Record<ClientEventName, EventRule>>;

type Acknowledge = (answer: object) => void;

/**
 * The one way of every event: its limit, its schema, who may, then its rule. Each is acknowledged;
 * whatever a client sends, and whatever fails here, the process goes on.
 *
 * @returns what to call with each event of the connection and its arguments
 */
export function createDispatcher(
  rules: EventRules,
  { clock, logger }: { clock: Clock; logger: Pick<FastifyBaseLogger, 'error'> },
): (connection: Connection) => (event: unknown, args: readonly unknown[]) => void {
  async function answer(
    connection: Connection,
    event: unknown,
    work: () => Result<object> | Promise<Result<object>>,
    acknowledge: Acknowledge,
  ): Promise<void> {
    let result: Result<object>;
    try {
      result = await work();
    } catch (error) {
      logger.error({ err: error, event, participant: connection.participantId }, 'event failed');
      result = refuse('internal');
    }
    acknowledge(
      result.ok ? { ...result.value, ok: true } : { ok: false, error: toWireError(result.error) },
    );
  }

  return (connection) => {
    const limits = new RateLimits(clock());

    return (event, args) => {
      if (connection.closed) return;
      const { payload, acknowledge, extra } = parse(args);
      const rule = isKnown(rules, event) ? rules[event] : undefined;
      const checked = (): Result<EventRule> => {
        const retryAfterMs = limits.take(rule?.limit ?? 'other', clock());
        if (retryAfterMs > 0) return refuse('rate-limited', { retryAfterMs });
        if (rule === undefined) return refuse('unknown-event');
        if (extra || !rule.fits(payload)) return refuse(rule.misfit(payload));
        return { ok: true, value: rule };
      };
      const passed = checked();
      // In the order of arrival, so that an answer never overtakes the one before it.
      connection.run(async () => {
        if (connection.closed) return;
        await answer(
          connection,
          event,
          () => {
            if (!passed.ok) return passed;
            const { whileWaiting, interviewersOnly, handle } = passed.value;
            if (!connection.admitted && !whileWaiting) return refuse('not-admitted');
            if (interviewersOnly && !connection.isInterviewer) return refuse('forbidden');
            return handle(connection, payload);
          },
          acknowledge,
        );
      });
    };
  };
}

const isKnown = (rules: EventRules, event: unknown): event is ClientEventName =>
  typeof event === 'string' && Object.hasOwn(rules, event);

function parse(args: readonly unknown[]): {
  payload: unknown;
  acknowledge: Acknowledge;
  extra: boolean;
} {
  const last = args.at(-1);
  const hasAck = typeof last === 'function';
  const acknowledge: Acknowledge = hasAck ? (last as Acknowledge) : () => undefined;
  const values = hasAck ? args.slice(0, -1) : args;
  return { payload: values[0], acknowledge, extra: values.length > 1 };
}
