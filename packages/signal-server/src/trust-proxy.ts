import { isIP } from 'node:net';

const NAMED_RANGES = new Set(['loopback', 'linklocal', 'uniquelocal']);

/**
 * Whether a setting means something to Fastify's `trustProxy`, which throws at what does not. A
 * number of hops does not: it would believe whoever reaches the server directly.
 */
export function isTrustedProxy(setting: string): boolean {
  if (setting === 'true' || setting === 'false') return true;
  return setting.split(',').every((part) => {
    const entry = part.trim();
    const [address = '', prefix, ...rest] = entry.split('/');
    if (NAMED_RANGES.has(entry)) return true;
    const bits = isIP(address) === 4 ? 32 : 128;
    const fits = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
    return isIP(address) !== 0 && fits && rest.length === 0;
  });
}

export const parseTrustProxy = (setting: string): boolean | string =>
  setting === 'true' || setting === 'false' ? setting === 'true' : setting;
