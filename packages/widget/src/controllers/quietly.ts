/**
 * For intents by click: what they can fail with is a `RendevError` whose reason the next snapshot
 * shows. Anything else is a bug and goes to the page's error handler.
 */
export function quietly(promise: Promise<unknown>): void {
  promise.catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'RendevError')) reportError(error);
  });
}
