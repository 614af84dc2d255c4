/** How long a delivery is tried before it is dead. */
const TRIED_MS = 24 * 3_600_000;
const FIRST_MS = 5_000;
const FACTOR = 4;
const LONGEST_MS = 4 * 3_600_000;
/** Each wait is longer by up to this share, so that what failed together is not repeated together. */
const JITTER = 0.2;

/**
 * When to try again after so many failed attempts: about 5 s, 20 s, 80 s, 5 min, 21 min, 85 min,
 * then every 4 h, until a day after `since`.
 *
 * @param random from 0 to 1
 * @returns ms since the Unix epoch; `undefined` when it is given up
 */
export function nextAttemptAt(
  attempts: number,
  { since, now, random }: { readonly since: number; readonly now: number; readonly random: number },
): number | undefined {
  const wait = Math.min(FIRST_MS * FACTOR ** (attempts - 1), LONGEST_MS);
  const next = Math.round(now + wait * (1 + JITTER * random));
  return next - since > TRIED_MS ? undefined : next;
}
