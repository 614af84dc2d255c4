/** Time and timers. Passed in where the tests have to move time by hand. */
export interface Clock {
  /** ms since the Unix epoch. */
  now(): number;
  /** Calls once after `ms`; the answer cancels. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
