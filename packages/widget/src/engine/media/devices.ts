import type { LocalMedia } from '../session-snapshot.ts';

export type DeviceLists = LocalMedia['devices'];

export const NO_DEVICES: DeviceLists = { microphones: [], cameras: [], speakers: [] };

/** What the person can choose from. Empty before the first permission: browsers hide the ids. */
export async function listDevices(): Promise<DeviceLists> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const all = (await devices?.enumerateDevices().catch(() => [])) ?? [];
  const of = (kind: MediaDeviceKind) =>
    all.filter((device) => device.kind === kind && device.deviceId !== '');
  return {
    microphones: of('audioinput'),
    cameras: of('videoinput'),
    speakers: of('audiooutput'),
  };
}

/** Chromium lists the system's default devices once more under these ids. */
export function isAlias({ deviceId }: MediaDeviceInfo): boolean {
  return deviceId === 'default' || deviceId === 'communications';
}

export function hasDevice(devices: readonly MediaDeviceInfo[], deviceId: string): boolean {
  return devices.some((device) => device.deviceId === deviceId);
}
