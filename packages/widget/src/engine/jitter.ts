const JITTER = 0.15;

/** The wait give or take 15 %, so that many who wait for the same do not come back at once. */
export function jittered(ms: number): number {
  return ms * (1 - JITTER + 2 * JITTER * Math.random());
}
