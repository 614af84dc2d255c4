import { ok } from '../result.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import { transact } from '../storage/transact.ts';
import { announce } from './announce.ts';
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import * as nodes from './nodes-repository.ts';
import type { ParticipantsService } from './participants-service.ts';
import type { RoomBus } from './room-bus.ts';

/** A node that was silent for this long is taken for dead, in ms; clocks may differ by a part of it. */
const DEAD_MS = 10_000;
/** Whoever could not say for this long that it lives was cut off from the store. */
const AWAY_MS = 3_000;
const AUDIT_MS = 5_000;

export interface NodeLifeOptions {
  readonly id: string;
  /** Whether other processes may work on this store. */
  readonly shared: boolean;
  readonly db: Database;
  readonly clock: Clock;
  readonly bus: RoomBus;
  readonly connections: Connections;
  /** Gives a connection a new snapshot; one that finds its seat gone is closed. */
  readonly refresh: (connection: Connection) => Promise<void>;
  readonly participants: Pick<ParticipantsService, 'lose'>;
  /** Whether the socket is open, from before its join until its end. */
  readonly isOpen: (connectionId: string) => boolean;
}

/**
 * A server process among others on one store: says that it lives, notices who does not any more, and
 * keeps seats and sockets in step when the store was away.
 */
export class NodeLife {
  readonly #use: NodeLifeOptions;
  /** Since when every beat has reached the store. */
  #steadySince = 0;
  #beatAt = 0;
  #auditedAt = 0;

  constructor(options: NodeLifeOptions) {
    this.#use = options;
  }

  /**
   * To be done before the first connection. Nobody is connected to a node that is no more; where
   * there is no other, everybody's grace begins anew.
   */
  async start(): Promise<void> {
    const { id, shared, clock } = this.#use;
    const now = clock();
    this.#steadySince = now;
    this.#beatAt = now;
    this.#auditedAt = now;
    await this.#tellLost(async (trx) => {
      await nodes.beat(trx, id, now);
      await nodes.strikeOthers(trx, id, shared ? now - DEAD_MS : undefined);
      const lost = await nodes.disconnectStrays(trx, now);
      if (!(await nodes.hasOthers(trx, id))) await nodes.renewGrace(trx, now);
      return lost;
    });
  }

  /** To be done each second or so, before anything is judged by the time that has passed. */
  async beat(now: number): Promise<void> {
    const { id, shared, db } = this.#use;
    if (shared) {
      const known = await nodes.beat(db, id, now);
      const wasAway = now - this.#beatAt > AWAY_MS;
      this.#beatAt = now;
      if (wasAway || !known) {
        this.#steadySince = now;
        this.#auditedAt = 0;
        await transact(db, async (trx) => {
          await nodes.renewGrace(trx, now);
          return ok(undefined);
        });
      }
      // Who was cut off itself cannot tell whether the others were.
      if (now - this.#steadySince >= DEAD_MS) await this.#strikeDead(now);
    }
    if (Math.abs(now - this.#auditedAt) >= AUDIT_MS) {
      this.#auditedAt = now;
      await this.#audit();
    }
  }

  /** After the last connection: the others need not wait until they miss this node. */
  async stop(): Promise<void> {
    const { id, shared, clock } = this.#use;
    if (!shared) return;
    await this.#tellLost(async (trx) => {
      await nodes.strike(trx, id);
      return nodes.disconnectStrays(trx, clock());
    });
  }

  #strikeDead(now: number): Promise<void> {
    return this.#tellLost(async (trx) => {
      await nodes.strikeOthers(trx, this.#use.id, now - DEAD_MS);
      return nodes.disconnectStrays(trx, now);
    });
  }

  /**
   * What the store could not be told, or said of this node while it was away: seats of sockets that
   * are gone, and sockets whose seat is gone.
   */
  async #audit(): Promise<void> {
    const { id, db, connections, refresh, participants, isOpen } = this.#use;
    // Taken first: who sits down after this is in the answer and not in the list, which is harmless.
    const held = connections.all();
    const seats = await nodes.seatsOf(db, id);
    for (const seat of seats) {
      if (seat.connection_id === null || isOpen(seat.connection_id)) continue;
      await participants.lose(seat.id, seat.connection_id);
    }
    const seated = new Set(seats.map((seat) => seat.connection_id));
    for (const connection of held) {
      if (!connection.closed && !seated.has(connection.id)) await refresh(connection);
    }
  }

  async #tellLost(
    work: (trx: Database) => Promise<Awaited<ReturnType<typeof nodes.disconnectStrays>>>,
  ): Promise<void> {
    const { db, bus } = this.#use;
    const lost = await transact(db, async (trx) => ok(await work(trx)));
    if (!lost.ok) return;
    for (const row of lost.value) announce(bus, 'participant:updated', row);
  }
}
