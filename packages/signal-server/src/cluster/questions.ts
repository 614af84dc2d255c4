/** A node that hangs does not answer: it has nobody, then. */
const PATIENCE_MS = 2_000;

interface Open {
  /** How many nodes will answer; not known at first. */
  nodes: number;
  noes: number;
  readonly settle: (there: boolean) => void;
}

/** Questions to the other nodes: the first yes counts, or the last no. */
export class Questions {
  readonly #open = new Map<number, Open>();
  #last = 0;

  /**
   * @param send says the question under its number; resolves to how many nodes heard it
   * @returns whether one of them said yes
   */
  async ask(send: (ask: number) => Promise<number>): Promise<boolean> {
    const ask = ++this.#last;
    const answered = new Promise<boolean>((resolve) => {
      this.#open.set(ask, { nodes: Infinity, noes: 0, settle: resolve });
    });
    const timer = setTimeout(() => {
      this.#settle(ask, false);
    }, PATIENCE_MS);
    try {
      const nodes = await send(ask);
      const open = this.#open.get(ask);
      if (open !== undefined) {
        open.nodes = nodes;
        if (open.noes >= nodes) this.#settle(ask, false);
      }
      return await answered;
    } finally {
      clearTimeout(timer);
      this.#open.delete(ask);
    }
  }

  answered(ask: number, there: boolean): void {
    const open = this.#open.get(ask);
    if (open === undefined) return;
    if (there) this.#settle(ask, true);
    else if (++open.noes >= open.nodes) this.#settle(ask, false);
  }

  #settle(ask: number, there: boolean): void {
    this.#open.get(ask)?.settle(there);
    this.#open.delete(ask);
  }
}
