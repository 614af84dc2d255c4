import type { TurnSettings } from './turn-settings.ts';

export interface Secret {
  id: string;
  value: string;
}

/** Settings together with the secrets that they name: what everything is rendered from. */
export interface TurnConfig {
  settings: TurnSettings;
  /** In the order of the settings; the first one signs. */
  secrets: [Secret, ...Secret[]];
}

/** The URLs that browsers get, plain UDP first: it is the quickest where it passes. */
export function turnUrls({ hostname, ports, tls }: TurnSettings): string[] {
  return [
    `stun:${hostname}:${ports.plain}`,
    `turn:${hostname}:${ports.plain}?transport=udp`,
    `turn:${hostname}:${ports.plain}?transport=tcp`,
    ...(tls ? [`turns:${hostname}:${ports.tls}?transport=tcp`] : []),
  ];
}
