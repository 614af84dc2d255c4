import { deviceStorage, readJson, writeJson } from '../../engine/browser-storage.ts';

/** What the person chose for calls on this device, to be found again the next time. */
export interface CallSettings {
  /** Default on. */
  readonly shortcuts: boolean;
  /** Default off: who scrolls by the space bar shall not speak by it unawares. */
  readonly pushToTalk: boolean;
  /** A tone when somebody asks to come in. Default on. */
  readonly knockSound: boolean;
}

const KEY = 'rendev-interview:call';
const DEFAULTS: CallSettings = { shortcuts: true, pushToTalk: false, knockSound: true };

export function loadCallSettings(): CallSettings {
  const stored = (readJson(deviceStorage(), KEY) ?? {}) as Record<string, unknown>;
  const chosen = (name: keyof CallSettings) => {
    const value = stored[name];
    return typeof value === 'boolean' ? value : DEFAULTS[name];
  };
  return {
    shortcuts: chosen('shortcuts'),
    pushToTalk: chosen('pushToTalk'),
    knockSound: chosen('knockSound'),
  };
}

export function saveCallSettings(settings: CallSettings): void {
  writeJson(deviceStorage(), KEY, settings);
}
