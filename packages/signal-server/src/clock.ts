/** Now, in ms since the Unix epoch. Passed in, so that the rules of time can be tested. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

export const toTimestamp = (ms: number): string => new Date(ms).toISOString();
