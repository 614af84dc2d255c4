import type { OfferedDevice } from '../session-snapshot.ts';
import { isAlias, type DeviceLists } from './devices.ts';

export interface DeviceUse {
  /** Whether they are on. */
  readonly microphone: boolean;
  readonly camera: boolean;
  /** Whether a device is in use, or chosen. */
  isTaken(deviceId: string): boolean;
}

/**
 * What to offer of the devices that have come, one at most. Speakers are always of use, microphones
 * and cameras while they are on. A headset is offered as a microphone, also while that is muted.
 */
export function offerAmong(
  before: DeviceLists,
  now: DeviceLists,
  use: DeviceUse,
): OfferedDevice | null {
  const come = (list: keyof DeviceLists): MediaDeviceInfo[] => {
    const known = new Set(before[list].map(({ deviceId }) => deviceId));
    // An empty list was hidden by the browser.
    if (known.size === 0) return [];
    return now[list].filter(
      (device) => !known.has(device.deviceId) && !isAlias(device) && device.label !== '',
    );
  };
  const microphones = come('microphones');
  const speakers = come('speakers');
  const headsets = [
    ...microphones.filter((device) => counterpart(device, now.speakers)),
    ...speakers.flatMap((device) => counterpart(device, now.microphones) ?? []),
  ];
  const offers = [
    ...headsets.map((device) => offer('microphone', device)),
    ...(use.camera ? come('cameras').map((device) => offer('camera', device)) : []),
    ...(use.microphone ? microphones.map((device) => offer('microphone', device)) : []),
    ...speakers.map((device) => offer('speaker', device)),
  ];
  return offers.find(({ deviceId }) => !use.isTaken(deviceId)) ?? null;
}

/** The output that belongs to what is offered; `null` if there is none. */
export function speakerOf(
  { kind, deviceId }: OfferedDevice,
  { microphones, speakers }: DeviceLists,
): string | null {
  if (kind === 'speaker') return deviceId;
  if (kind === 'camera') return null;
  const microphone = microphones.find((device) => device.deviceId === deviceId);
  return (microphone && counterpart(microphone, speakers)?.deviceId) ?? null;
}

function offer(kind: OfferedDevice['kind'], { deviceId, label }: MediaDeviceInfo): OfferedDevice {
  return { kind, deviceId, label };
}

/** The other half of a headset (`groupId` in W3C Media Capture and Streams, section 9.2.1). */
function counterpart(
  { groupId }: MediaDeviceInfo,
  among: readonly MediaDeviceInfo[],
): MediaDeviceInfo | undefined {
  return among.find((device) => groupId !== '' && device.groupId === groupId && !isAlias(device));
}
