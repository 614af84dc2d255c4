import type { Connection } from './connection.ts';
import type { Page } from './room-bus.ts';
import type { RoomLimits } from './room-limits.ts';

/** What is known of a room while somebody is connected to it here. */
export interface RoomFacts {
  readonly hostId: string;
  readonly relayOnly: boolean;
}

interface Room {
  readonly hostId: string;
  relayOnly: boolean;
  readonly connections: Set<Connection>;
  readonly limits: RoomLimits;
}

/** The connections that this node holds, by interview. Who is present is said by the store. */
export class Connections {
  readonly #rooms = new Map<string, Room>();
  readonly #limitsOf: (interviewId: string) => RoomLimits;
  #emptied: (interviewId: string) => void = () => undefined;
  #moved: (connection: Connection) => void = () => undefined;

  constructor(limitsOf: (interviewId: string) => RoomLimits) {
    this.#limitsOf = limitsOf;
  }

  /** Called when the last connection of a room is removed. */
  onEmpty(emptied: (interviewId: string) => void): void {
    this.#emptied = emptied;
  }

  /** Called when a connection is let in, is sent back to wait, or is removed. */
  onMove(moved: (connection: Connection) => void): void {
    this.#moved = moved;
  }

  add(connection: Connection, { hostId, relayOnly }: RoomFacts): void {
    const room = this.#rooms.get(connection.interviewId);
    if (room === undefined) {
      const connections = new Set([connection]);
      const limits = this.#limitsOf(connection.interviewId);
      this.#rooms.set(connection.interviewId, { hostId, relayOnly, connections, limits });
    } else {
      room.connections.add(connection);
    }
  }

  remove(connection: Connection): void {
    const room = this.#rooms.get(connection.interviewId);
    if (room?.connections.delete(connection) === true) this.#moved(connection);
    if (room?.connections.size !== 0) return;
    this.#rooms.delete(connection.interviewId);
    this.#emptied(connection.interviewId);
  }

  setAdmitted(connection: Connection, admitted: boolean): void {
    if (connection.admitted === admitted) return;
    connection.admitted = admitted;
    this.#moved(connection);
  }

  in(interviewId: string): readonly Connection[] {
    return [...(this.#rooms.get(interviewId)?.connections ?? [])];
  }

  all(): readonly Connection[] {
    return [...this.#rooms.values()].flatMap((room) => [...room.connections]);
  }

  find(interviewId: string, participantId: string): Connection | undefined {
    return this.#first(interviewId, (one) => one.participantId === participantId);
  }

  /** Where the page is let in. While a person's connection is replaced, there may be two of them. */
  findPage({ interviewId, participantId, epoch }: Page): Connection | undefined {
    return this.#first(
      interviewId,
      (one) => one.participantId === participantId && one.epoch === epoch && one.admitted,
    );
  }

  /** The interviews that are of none of these hosts. */
  ofOtherHosts(hostIds: ReadonlySet<string>): readonly string[] {
    return [...this.#rooms].flatMap(([id, { hostId }]) => (hostIds.has(hostId) ? [] : [id]));
  }

  /** What everybody in the room may send together. */
  limitsIn(interviewId: string): RoomLimits | undefined {
    return this.#rooms.get(interviewId)?.limits;
  }

  isRelayOnly(interviewId: string): boolean {
    return this.#rooms.get(interviewId)?.relayOnly ?? false;
  }

  setRelayOnly(interviewId: string, relayOnly: boolean): void {
    const room = this.#rooms.get(interviewId);
    if (room !== undefined) room.relayOnly = relayOnly;
  }

  #first(interviewId: string, fits: (one: Connection) => boolean): Connection | undefined {
    for (const connection of this.#rooms.get(interviewId)?.connections ?? []) {
      if (fits(connection)) return connection;
    }
    return undefined;
  }
}
