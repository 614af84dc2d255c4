import {
  CLIENT_EVENTS,
  type ClientEventName,
  type ClientPayload,
  type ClientResult,
  type ErrorCode,
} from '@rendev/interview-protocol';
import { Compile } from 'typebox/compile';
import type { Result } from '../result.ts';
import type { Connection } from '../rooms/connection.ts';
import type { LimitClass } from './rate-limits.ts';

type Answer<E extends ClientEventName> = Result<ClientResult<E>> | Promise<Result<ClientResult<E>>>;

export interface EventOptions {
  /** Default `other`. */
  readonly limit?: LimitClass;
  /** Whether somebody may who is not admitted yet. Default no. */
  readonly whileWaiting?: boolean;
  /** Whether a page may that has just heard of the end. Default no. */
  readonly whenEnded?: boolean;
  /** Whether only an interviewer may. Default no. */
  readonly interviewersOnly?: boolean;
  /** The code for a payload that does not fit. Default `bad-request`. */
  readonly misfit?: (payload: unknown) => ErrorCode;
}

/** What the server does with one event of a client. */
export interface EventRule extends Required<EventOptions> {
  readonly fits: (payload: unknown) => boolean;
  /** Called with a payload that fits only. */
  readonly handle: (
    connection: Connection,
    payload: unknown,
  ) => Result<object> | Promise<Result<object>>;
}

export function rule<E extends ClientEventName>(
  event: E,
  handle: (connection: Connection, payload: ClientPayload<E>) => Answer<E>,
  options: EventOptions = {},
): EventRule {
  // Compiled by its first event: all of them at once would delay the start.
  let schema: { Check: (value: unknown) => boolean } | undefined;
  return {
    limit: 'other',
    whileWaiting: false,
    whenEnded: false,
    interviewersOnly: false,
    misfit: () => 'bad-request',
    ...options,
    fits: (payload) => {
      schema ??= Compile(CLIENT_EVENTS[event].payload);
      return schema.Check(payload);
    },
    // The dispatcher calls it with what the event's own schema let through.
    handle: (connection, payload) => handle(connection, payload as ClientPayload<E>),
  };
}
