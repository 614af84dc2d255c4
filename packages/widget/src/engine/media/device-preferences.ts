import { deviceStorage, readJson, writeJson } from '../browser-storage.ts';

/** What the person chose on this device, to be found again the next time. */
export interface DevicePreferences {
  /** Device ids. */
  readonly microphone?: string;
  readonly camera?: string;
  readonly speaker?: string;
  readonly lowData?: boolean;
}

const KEY = 'rendev-interview:devices';

export function loadPreferences(): DevicePreferences {
  const stored = (readJson(deviceStorage(), KEY) ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(stored).filter(
      ([name, value]) => typeof value === (name === 'lowData' ? 'boolean' : 'string'),
    ),
  );
}

export function savePreferences(change: DevicePreferences): void {
  writeJson(deviceStorage(), KEY, { ...loadPreferences(), ...change });
}
