import type { SignalSend } from '@rendev/interview-protocol';
import { ok, refuse, type Result } from '../result.ts';
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import { keepRelayed } from './relay-only.ts';

/**
 * Takes descriptions and candidates from one participant to one other, never to a room. Asks nothing
 * of the store: a call's set-up is a burst of signals.
 */
export class SignalRelay {
  readonly #connections: Connections;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  /** @returns `participant-unknown` unless that very page is in the same room and connected */
  send(from: Connection, signal: SignalSend): Result<object> {
    const target = this.#connections.find(from.interviewId, signal.to);
    const reachable =
      target?.admitted === true && target !== from && target.epoch === signal.toEpoch;
    if (!reachable) return refuse('participant-unknown');

    const allowed = this.#connections.isRelayOnly(from.interviewId) ? keepRelayed(signal) : signal;
    if (allowed === undefined) return ok({});
    const source = { from: from.participantId, fromEpoch: from.epoch };
    target.send(
      'signal',
      'description' in allowed
        ? { ...source, description: allowed.description }
        : { ...source, candidates: allowed.candidates },
    );
    return ok({});
  }
}
