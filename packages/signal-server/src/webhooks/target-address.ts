import ipaddr from 'ipaddr.js';

/** Public by the registries, but inside a cloud: it answers the cloud's own machines only. */
const METADATA = ['168.63.129.16'];

/**
 * Whether an address is one of the public Internet: not private, loopback, link-local (where the
 * metadata of clouds is), shared by a carrier, multicast, reserved, or such an IPv4 address inside
 * an IPv6 one.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  // `process` unwraps IPv4 addresses that are written as IPv6 ones (::ffff:127.0.0.1).
  const address = ipaddr.process(text);
  return address.range() === 'unicast' && !METADATA.includes(address.toString());
}
