import type { Participant, RoomSnapshot, SignalSend } from '@rendev/interview-protocol';
import { ok, refuse, type Result } from '../result.ts';
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import { keepRelayed } from './relay-only.ts';
import type { RoomBus } from './room-bus.ts';

/**
 * Takes signals from one participant to one other, never to a room. Asks nothing of the store: a
 * call's set-up is a burst of signals.
 */
export class SignalRelay {
  readonly #bus: RoomBus;
  readonly #connections: Connections;

  constructor(bus: RoomBus, connections: Connections) {
    this.#bus = bus;
    this.#connections = connections;
  }

  /** @returns `participant-unknown` unless that very page is in the same room and connected */
  send(from: Connection, signal: SignalSend): Result<object> | Promise<Result<object>> {
    const { interviewId, participantId, epoch: fromEpoch } = from;
    const { to, toEpoch, ...content } = signal;
    if (to === participantId) return refuse('participant-unknown');
    const allowed = this.#connections.isRelayOnly(interviewId) ? keepRelayed(content) : content;
    if (allowed === undefined) return ok({});
    const page = { interviewId, participantId: to, epoch: toEpoch };
    const there = this.#bus.signal(page, { ...allowed, from: participantId, fromEpoch });
    return typeof there === 'boolean' ? delivered(there) : there.then(delivered);
  }

  /**
   * Gives the offers of a join, each to its page, if that is the one that the joiner is told of.
   *
   * @param others nobody, for somebody who waits
   * @returns the offers that arrived
   */
  async give(
    from: Connection,
    offers: readonly SignalSend[],
    others: readonly Participant[],
  ): Promise<RoomSnapshot['offered']> {
    const given: RoomSnapshot['offered'] = [];
    for (const offer of offers) {
      const { to, toEpoch, link } = offer;
      const isTold = others.some(({ id, epoch }) => id === to && epoch === toEpoch);
      if (isTold && (await this.send(from, offer)).ok) given.push({ to, link });
    }
    return given;
  }
}

const delivered = (there: boolean): Result<object> =>
  there ? ok({}) : refuse('participant-unknown');
