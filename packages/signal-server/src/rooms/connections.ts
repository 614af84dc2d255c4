import type { Connection } from './connection.ts';

interface Room {
  relayOnly: boolean;
  readonly connections: Set<Connection>;
}

/** The connections that this node holds, by interview. Who is present is said by the store. */
export class Connections {
  readonly #rooms = new Map<string, Room>();

  add(connection: Connection, relayOnly: boolean): void {
    const room = this.#rooms.get(connection.interviewId);
    if (room === undefined) {
      this.#rooms.set(connection.interviewId, { relayOnly, connections: new Set([connection]) });
    } else {
      room.connections.add(connection);
    }
  }

  remove(connection: Connection): void {
    const room = this.#rooms.get(connection.interviewId);
    room?.connections.delete(connection);
    if (room?.connections.size === 0) this.#rooms.delete(connection.interviewId);
  }

  in(interviewId: string): readonly Connection[] {
    return [...(this.#rooms.get(interviewId)?.connections ?? [])];
  }

  all(): readonly Connection[] {
    return [...this.#rooms.values()].flatMap((room) => [...room.connections]);
  }

  find(interviewId: string, participantId: string): Connection | undefined {
    return this.in(interviewId).find((connection) => connection.participantId === participantId);
  }

  isRelayOnly(interviewId: string): boolean {
    return this.#rooms.get(interviewId)?.relayOnly ?? false;
  }

  setRelayOnly(interviewId: string, relayOnly: boolean): void {
    const room = this.#rooms.get(interviewId);
    if (room !== undefined) room.relayOnly = relayOnly;
  }
}
