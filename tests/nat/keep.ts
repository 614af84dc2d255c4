/**
 * Notes how to close what is being opened, also when something else fails meanwhile.
 *
 * @returns what was given
 */
export type Keep = <T>(opening: Promise<T>, close: (opened: T) => unknown) => Promise<T>;

export interface Kept {
  readonly keep: Keep;
  /** Closes everything, the latest first. */
  readonly close: () => Promise<void>;
}

export function startKeeping(): Kept {
  const closings: (() => Promise<unknown>)[] = [];
  return {
    keep: (opening, close) => {
      closings.push(() => opening.then(close, () => undefined));
      return opening;
    },
    close: async () => {
      for (const closing of closings.splice(0).reverse()) await closing();
    },
  };
}
