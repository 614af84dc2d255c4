import { isPermitted } from './device-watch.ts';
import { requireMediaDevices } from './media-failure.ts';

/**
 * Has the browser ask for microphone and camera in one question, where capturing each would ask twice.
 * Nothing is kept of the capture: each is taken apart from the other afterwards, and tells its own
 * failure.
 */
export async function permitTogether(): Promise<void> {
  if ((await isPermitted('microphone')) || (await isPermitted('camera'))) return;
  try {
    const stream = await requireMediaDevices().getUserMedia({ audio: true, video: true });
    for (const track of stream.getTracks()) track.stop();
  } catch {
    // Refused, or one of them is missing: what is left of it shows when each is captured.
  }
}
