import type { Clock } from '../clock.ts';

/** ms; a shorter silence is nothing to tell of, such as that of a change of the sound's route. */
const PATIENCE_MS = 5_000;

/**
 * Tells when the system has withheld the sound or picture of a track for 5 s, and when it is back
 * (`muted` in W3C Media Capture and Streams, section 4.3.1).
 */
export function watchInterruption(
  track: MediaStreamTrack,
  clock: Clock,
  changed: (interrupted: boolean) => void,
  signal: AbortSignal,
): void {
  let cancel = (): void => undefined;
  const muted = () => {
    cancel();
    cancel = clock.after(PATIENCE_MS, () => {
      changed(true);
    });
  };
  const unmuted = () => {
    cancel();
    changed(false);
  };
  track.addEventListener('mute', muted, { signal });
  track.addEventListener('unmute', unmuted, { signal });
  signal.addEventListener('abort', () => {
    cancel();
  });
  if (track.muted) muted();
}
