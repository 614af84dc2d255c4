/** As many as wait are stored together, but never more than this. */
const TOGETHER_MAX = 256;

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Stores what comes at one moment in one transaction: to make a write durable takes a disk as long for
 * many as for one. What comes while the store is busy waits for the next.
 */
export class GroupCommit<Item, Outcome> {
  readonly #store: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  readonly #waiting: Waiting<Item, Outcome>[] = [];
  #busy = false;

  /** @param store resolves after the commit, to an outcome for each item; rejects when none was stored */
  constructor(store: (items: readonly Item[]) => Promise<readonly Outcome[]>) {
    this.#store = store;
  }

  add(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#start();
    });
  }

  #start(): void {
    if (this.#busy || this.#waiting.length === 0) return;
    this.#busy = true;
    // After everything that the sockets have for now was read.
    setImmediate(() => void this.#storeWaiting());
  }

  async #storeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      const tell = await this.#storeTogether(this.#waiting.splice(0, TOGETHER_MAX));
      // After the next group is on its way, so that the store works while this one hears of it.
      setImmediate(tell);
    }
    this.#busy = false;
  }

  /** @returns what tells each how it went */
  async #storeTogether(group: readonly Waiting<Item, Outcome>[]): Promise<() => void> {
    try {
      const outcomes = await this.#store(group.map(({ item }) => item));
      return () => {
        for (const [place, { resolve }] of group.entries()) resolve(outcomes[place] as Outcome);
      };
    } catch (error) {
      const [first, ...others] = group;
      if (others.length === 0) return () => first?.reject(error);
      // What of one cannot be stored must not be the others' loss.
      const tells: (() => void)[] = [];
      for (const one of group) tells.push(await this.#storeTogether([one]));
      return () => {
        for (const tell of tells) tell();
      };
    }
  }
}
