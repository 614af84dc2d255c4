import type { Goodbye } from '@rendev/interview-protocol';

export interface PageLifePort {
  /** The page closes, reloads or is left for another one; the browser may keep it. */
  hidden(): void;
  /** The browser has brought the page back as it was. */
  shown(): void;
}

/**
 * Tells of the page's going and of its return from the browser's back/forward cache (HTML, section
 * 7.4.6.2). A page that is only frozen keeps what it has: timers and sockets tell it afterwards.
 */
export function watchPageLife(port: PageLifePort, signal: AbortSignal): void {
  const hidden = () => {
    port.hidden();
  };
  globalThis.addEventListener('pagehide', hidden, { signal });
  globalThis.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) port.shown();
    },
    { signal },
  );
}

/** Calls when the page is looked at again: its timers may have slept. */
export function onPageVisible(visible: () => void, signal: AbortSignal): void {
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') visible();
    },
    { signal },
  );
}

/** Tells the server from a page that is going: `POST /v1/goodbyes`, as text to need no preflight. */
export function sayGoodbye(server: string, goodbye: Goodbye): void {
  const url = `${server.replace(/\/+$/, '')}/v1/goodbyes`;
  const body = JSON.stringify(goodbye);
  if (navigator.sendBeacon(url, body)) return;
  // The browser's queue of beacons is full. Nobody is left to hear of a failure.
  const options = {
    method: 'POST',
    keepalive: true,
    credentials: 'omit',
    mode: 'no-cors',
  } as const;
  fetch(url, { ...options, body }).catch(() => undefined);
}
