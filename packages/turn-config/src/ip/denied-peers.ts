import type { Ip } from './ip-address.ts';
import { contains, parseRange, type IpRange } from './ip-range.ts';

/**
 * Every address that is not public unicast (IANA special-purpose registries), as ranges that all
 * versions of coturn read alike. `::` itself is left out: coturn refuses it anyway, and a range
 * beginning there would deny every IPv4 peer.
 */
export const DENIED_PEERS: readonly string[] = [
  '0.0.0.0-0.255.255.255',
  '10.0.0.0-10.255.255.255',
  '100.64.0.0-100.127.255.255',
  '127.0.0.0-127.255.255.255',
  '169.254.0.0-169.254.255.255',
  '172.16.0.0-172.31.255.255',
  '192.0.0.0-192.0.0.255',
  '192.0.2.0-192.0.2.255',
  '192.88.99.0-192.88.99.255',
  '192.168.0.0-192.168.255.255',
  '198.18.0.0-198.19.255.255',
  '198.51.100.0-198.51.100.255',
  '203.0.113.0-203.0.113.255',
  '224.0.0.0-239.255.255.255',
  '240.0.0.0-255.255.255.255',
  '::1-::ff',
  '::100-::ffff',
  '::1:0-::ff:ffff',
  '::100:0-::ffff:ffff',
  '::ffff:0.0.0.0-::ffff:255.255.255.255',
  '::ffff:0:0:0-::ffff:0:ffff:ffff',
  '64:ff9b::-64:ff9b::ffff:ffff',
  '64:ff9b:1::-64:ff9b:1:ffff:ffff:ffff:ffff:ffff',
  '100::-100::ffff:ffff:ffff:ffff',
  '100:0:0:1::-100:0:0:1:ffff:ffff:ffff:ffff',
  '2001::-2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff',
  '2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
  '2002::-2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  '3fff::-3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff',
  '5f00::-5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fec0::-feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'ff00::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
];

/** Addresses of handbooks and labs (RFC 5737, RFC 3849): never routed, but no private network. */
const DOCUMENTATION = ranges([
  '192.0.2.0-192.0.2.255',
  '198.51.100.0-198.51.100.255',
  '203.0.113.0-203.0.113.255',
  '2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
]);

const DENIED = ranges(DENIED_PEERS);

/** Whether people on the internet can reach it. */
export function isPublic(ip: Ip): boolean {
  return !ip.every((octet) => octet === 0) && !DENIED.some((range) => contains(range, ip));
}

export function isDocumentation(ip: Ip): boolean {
  return DOCUMENTATION.some((range) => contains(range, ip));
}

function ranges(texts: readonly string[]): IpRange[] {
  return texts.map((text) => {
    const parsed = parseRange(text);
    if (!parsed.ok) throw new Error(`${text}: ${parsed.fault}`);
    return parsed.range;
  });
}
