import { deviceStorage, readJson, writeJson } from '../../engine/browser-storage.ts';

const KEY = 'rendev-interview:emoji';
const MOST = 16;

/** The symbols used last on this device, the latest first. */
export function recentEmoji(): readonly string[] {
  const stored = readJson(deviceStorage(), KEY);
  return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
}

export function noteEmoji(symbol: string): void {
  const others = recentEmoji().filter((one) => one !== symbol);
  writeJson(deviceStorage(), KEY, [symbol, ...others].slice(0, MOST));
}
