import { iceServers } from '../credentials.ts';
import { turnUrls, type TurnConfig } from '../settings/turn-config.ts';
import { SECRET, type Artifact } from './artifact.ts';

/** What the signal server needs in its environment. */
export function renderEnv({ settings, secrets: [signing] }: TurnConfig): Artifact[] {
  const text = `# For rendev-signal. Of several servers, join their URLs with commas; all share the secret.
RENDEV_TURN_URLS=${turnUrls(settings).join(',')}
RENDEV_TURN_SECRET=${signing.value}
RENDEV_TURN_SECRET_ID=${signing.id}
RENDEV_TURN_TTL_S=${settings.credentialTtlSeconds}
`;
  return [{ name: 'signal-server.env', mode: SECRET, text }];
}

/**
 * iceServers for trying the server by hand: `now` (ms since 1970) begins their life. Everything
 * else takes credentials from the signal server.
 */
export function renderIceServers({ settings, secrets }: TurnConfig, now: number): Artifact[] {
  const entries = iceServers({
    urls: turnUrls(settings),
    secret: secrets[0].value,
    id: 'rendered-by-hand',
    ttlSeconds: settings.credentialTtlSeconds,
    now,
  });
  const text = `${JSON.stringify(entries, null, 2)}\n`;
  return [{ name: 'ice-servers.json', mode: SECRET, text }];
}
