import { deviceStorage, readJson, writeJson } from '../browser-storage.ts';
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

export function onDeviceChange(listener: () => void, signal: AbortSignal): void {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  devices?.addEventListener('devicechange', listener, { signal });
}

/** Device ids that the person chose, by kind. */
export interface DeviceChoice {
  readonly microphone?: string;
  readonly camera?: string;
  readonly speaker?: string;
}

const KEY = 'rendev-interview:devices';

export function loadChoice(): DeviceChoice {
  const stored = (readJson(deviceStorage(), KEY) ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(stored).filter(([, deviceId]) => typeof deviceId === 'string'),
  );
}

export function saveChoice(change: DeviceChoice): void {
  writeJson(deviceStorage(), KEY, { ...loadChoice(), ...change });
}
