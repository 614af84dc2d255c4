import type { Connection } from '../rooms/connection.ts';

/** More than a page may send at once. */
const KEPT = 50;

/**
 * Which messages the others were told of by which connection. One that is sent again by another
 * connection, or whose first answer was a failure, may be stored without anybody having heard of it:
 * its server process was killed between the two, or the store broke off.
 */
export class ToldMessages {
  readonly #told = new WeakMap<Connection, string[]>();

  has(connection: Connection, id: string): boolean {
    return this.#told.get(connection)?.includes(id) ?? false;
  }

  add(connection: Connection, id: string): void {
    const told = this.#told.get(connection);
    if (told === undefined) {
      this.#told.set(connection, [id]);
      return;
    }
    told.push(id);
    if (told.length > KEPT) told.shift();
  }
}
