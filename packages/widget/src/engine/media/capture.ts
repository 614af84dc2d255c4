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
  const devices = requireMediaDevices();
  const ask = async (device: MediaTrackConstraints): Promise<MediaStreamTrack> => {
    const constraints = { ...CONSTRAINTS[kind], ...device };
    const stream = await devices.getUserMedia(
      kind === 'microphone' ? { audio: constraints } : { video: constraints },
    );
    const [track] = stream.getTracks();
    if (!track) throw new DOMException('No track', 'NotFoundError');
    return track;
  };
  try {
    if (deviceId === null) return await ask({});
    return await ask({ deviceId: { exact: deviceId } }).catch((error: unknown) => {
      if (isGone(error)) return ask({});
      throw error;
    });
  } catch (error) {
    throw mediaFailure(error, kind);
  }
}

/** Without `exact` the same request may succeed with another device. */
function isGone(error: unknown): boolean {
  return ['NotFoundError', 'OverconstrainedError'].includes((error as Error).name);
}
