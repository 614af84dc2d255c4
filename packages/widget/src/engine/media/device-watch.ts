import { onPageVisible } from '../page-life.ts';
import type { CaptureKind } from './capture.ts';

/**
 * Calls when a device may have come or gone, or may be had again: something was plugged, a
 * permission changed, or the page is visible again, as after a phone call.
 */
export function watchDevices(changed: () => void, signal: AbortSignal): void {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  devices?.addEventListener('devicechange', changed, { signal });
  onPageVisible(changed, signal);
  for (const kind of ['microphone', 'camera'] as const) {
    void permissionStatus(kind).then((status) => {
      status?.addEventListener('change', changed, { signal });
    });
  }
}

/** Whether a capture will not ask the person. `false` also where the browser does not tell. */
export async function isPermitted(kind: CaptureKind): Promise<boolean> {
  return (await permissionStatus(kind))?.state === 'granted';
}

/** What the browser remembers for this page; `null` where it does not tell. */
export async function permissionStatus(name: CaptureKind): Promise<PermissionStatus | null> {
  const { permissions } = navigator as Partial<Navigator>;
  // Browsers that do not know the name reject.
  return (await permissions?.query({ name }).catch(() => null)) ?? null;
}
