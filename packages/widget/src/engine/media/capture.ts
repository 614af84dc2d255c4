import { RendevError } from '../rendev-error.ts';
import { isAlias, listDevices } from './devices.ts';
import { mediaFailure, requireMediaDevices } from './media-failure.ts';

export type CaptureKind = 'microphone' | 'camera';

const CONSTRAINTS = {
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  camera: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
} satisfies Record<CaptureKind, MediaTrackConstraints>;

/**
 * One live track of one kind. A chosen device that is gone is replaced by the browser's default.
 * Rejects with a `RendevError` of a media code.
 *
 * @param deviceId `null` for the browser's default.
 */
export async function capture(
  kind: CaptureKind,
  deviceId: string | null,
): Promise<MediaStreamTrack> {
  return ask(kind, deviceId).catch((error: unknown) => {
    const { code } = error as RendevError;
    const isGone = code === 'device-not-found' || code === 'constraints';
    // Without `exact` the same request may succeed with another device.
    if (isGone && deviceId !== null) return ask(kind, null);
    throw error;
  });
}

/**
 * As `capture`, but what another program holds is replaced too: by the default, or else by any
 * device of the kind.
 *
 * @param signal Ends the search: `aborted`.
 */
export async function captureAny(
  kind: CaptureKind,
  deviceId: string | null,
  signal: AbortSignal,
): Promise<MediaStreamTrack> {
  try {
    return await capture(kind, deviceId);
  } catch (error) {
    if ((error as RendevError).code !== 'in-use') throw error;
    const { microphones, cameras } = await listDevices();
    const all = (kind === 'microphone' ? microphones : cameras).filter((one) => !isAlias(one));
    for (const other of [null, ...all.map((one) => one.deviceId)]) {
      if (signal.aborted) throw new RendevError('aborted');
      const track = other === deviceId ? null : await ask(kind, other).catch(() => null);
      if (track) return track;
    }
    throw error;
  }
}

async function ask(kind: CaptureKind, deviceId: string | null): Promise<MediaStreamTrack> {
  try {
    const constraints = {
      ...CONSTRAINTS[kind],
      ...(deviceId !== null && { deviceId: { exact: deviceId } }),
    };
    const stream = await requireMediaDevices().getUserMedia(
      kind === 'microphone' ? { audio: constraints } : { video: constraints },
    );
    const [track] = stream.getTracks();
    if (!track) throw new DOMException('No track', 'NotFoundError');
    return track;
  } catch (error) {
    throw mediaFailure(error, kind);
  }
}
