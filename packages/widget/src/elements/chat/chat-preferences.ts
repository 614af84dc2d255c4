import { deviceStorage, readJson, writeJson } from '../../engine/browser-storage.ts';

/** How a person is told of new messages. Nothing of it is on before they ask for it. */
export interface ChatPreferences {
  readonly sound: boolean;
  /** A notice of the system while the page is hidden. */
  readonly notice: boolean;
}

const KEY = 'rendev-interview:chat';

/** Remembered on this device. */
export function chatPreferences(): ChatPreferences {
  const { sound, notice } = (readJson(deviceStorage(), KEY) ?? {}) as Partial<ChatPreferences>;
  return { sound: sound === true, notice: notice === true };
}

export function setChatPreferences(change: Partial<ChatPreferences>): void {
  writeJson(deviceStorage(), KEY, { ...chatPreferences(), ...change });
}
