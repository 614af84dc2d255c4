import type { ChatMessage } from '@rendev/interview-protocol';

const SHOWN_MS = 8_000;
const TEXT_LENGTH = 160;

/** Chrome on Android has the class, but only service workers may use it. */
export const canNotify = (): boolean =>
  'Notification' in globalThis && !navigator.userAgent.includes('Android');

/** Asks the browser, which asks the person; to be called on a click. */
export async function askToNotify(): Promise<boolean> {
  if (!canNotify()) return false;
  return (await Notification.requestPermission()) === 'granted';
}

/** A notice of the system, while nothing of the page is seen. It closes by itself. */
export function notify({ name, text }: ChatMessage): void {
  if (document.visibilityState !== 'hidden') return;
  if (!canNotify() || Notification.permission !== 'granted') return;
  const body = text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}…` : text;
  // One at a time: a later message takes the place of the one before.
  const notice = new Notification(name, { body, tag: 'rendev-interview-chat', silent: true });
  const over = new AbortController();
  const timer = setTimeout(() => {
    notice.close();
  }, SHOWN_MS);
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
  notice.onclose = () => {
    clearTimeout(timer);
    over.abort();
  };
  document.addEventListener(
    'visibilitychange',
    () => {
      notice.close();
    },
    { signal: over.signal, once: true },
  );
}
