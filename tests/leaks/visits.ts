import type { Page } from 'playwright-core';

/**
 * Joins, waits until the media path stands, and leaves, over and over in one page.
 *
 * @param elements `the same` for one session of one element, `new ones` for an element per visit
 */
export function visit(
  page: Page,
  options: { readonly times: number; readonly ticket: string; readonly elements: Elements },
): Promise<void> {
  return page.evaluate(async ({ times, ticket, elements }) => {
    type Room = HTMLElementTagNameMap['rendev-interview'];
    const first = document.querySelector('rendev-interview');
    if (!first) throw new Error('There is no element');

    const connected = ({ session }: Room): Promise<void> =>
      new Promise((resolve, reject) => {
        const done = new AbortController();
        const late = setTimeout(() => {
          done.abort();
          reject(new Error(`No media path: ${JSON.stringify(session.snapshot.state)}`));
        }, 20_000);
        const look = (): void => {
          if (session.snapshot.participants[0]?.link !== 'connected') return;
          done.abort();
          clearTimeout(late);
          resolve();
        };
        session.subscribe(look, { signal: done.signal });
        look();
      });
    /** A quick machine uses up what one address may ask in a minute; the server says how long to wait. */
    const enter = async ({ session }: Room): Promise<void> => {
      for (;;) {
        try {
          await session.enter({ ticket });
          return;
        } catch (error) {
          const { code, retryAfterMs } = error as { code?: string; retryAfterMs?: number };
          if (code !== 'rate-limited' || retryAfterMs === undefined) throw error;
          await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
        }
      }
    };
    for (let visits = 0; visits < times; visits += 1) {
      const element: Room =
        elements === 'the same' ? first : document.createElement('rendev-interview');
      if (element !== first) document.body.append(element);
      await enter(element);
      await element.session.join();
      await connected(element);
      await element.session.leave();
      if (element !== first) element.remove();
    }
  }, options);
}

export type Elements = 'the same' | 'new ones';
