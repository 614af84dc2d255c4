import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps the screen from going dark while its host is in a document. The browser lets the lock go when
 * the page is hidden; it is taken again when the page is seen. Where there is none (older browsers, an
 * iframe without `screen-wake-lock`, a battery that runs low) nothing happens. W3C Screen Wake Lock.
 */
export class WakeLock implements ReactiveController {
  #lifetime: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const take = () => {
      if (document.visibilityState === 'visible') void hold(signal);
    };
    document.addEventListener('visibilitychange', take, { signal });
    take();
  }

  hostDisconnected(): void {
    this.#lifetime?.abort();
    this.#lifetime = null;
  }
}

async function hold(signal: AbortSignal): Promise<void> {
  if (!('wakeLock' in navigator)) return;
  try {
    const lock = await navigator.wakeLock.request('screen');
    if (signal.aborted) await lock.release();
    else signal.addEventListener('abort', () => void lock.release(), { once: true });
  } catch {
    // Not allowed here or now; the call goes on.
  }
}
