import { lookup } from 'node:dns/promises';
import { turnUrls } from '../settings/turn-config.ts';
import type { TurnSettings } from '../settings/turn-settings.ts';
import { parseTurnUri } from '../stun/turn-uri.ts';
import { isAccepted } from './authentication.ts';
import { Probe } from './probe.ts';

const TIMEOUT_MS = 3_000;
const TTL_SECONDS = 600;

/**
 * The servers behind the host name, by address, that do not accept a secret. Allocates nothing.
 * A name with several addresses is asked at each of them.
 */
export async function refusingServers(settings: TurnSettings, secret: string): Promise<string[]> {
  const uris = turnUrls(settings).flatMap((url) => parseTurnUri(url) ?? []);
  const uri = uris.find(({ relays }) => relays);
  if (!uri) return [];
  let addresses: string[];
  try {
    addresses = (await lookup(uri.host, { all: true, family: 4 })).map(({ address }) => address);
  } catch {
    return [uri.text];
  }
  const answers = await Promise.all(
    addresses.map(async (address) => {
      const { signal } = new AbortController();
      const probe = new Probe({
        uri,
        address,
        secret,
        timeoutMs: TIMEOUT_MS,
        signal,
        now: Date.now,
      });
      try {
        return (await isAccepted(probe, TTL_SECONDS)) ? [] : [`${uri.text} at ${address}`];
      } finally {
        await probe.close();
      }
    }),
  );
  return answers.flat();
}
