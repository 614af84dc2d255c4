/**
 * Waits for a condition by looking often. Rejects with what it waited for, well before the test's
 * own time is over.
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  timeoutMs = 50_000,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
