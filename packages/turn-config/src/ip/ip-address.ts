import { isIPv4, isIPv6, SocketAddress } from 'node:net';

/** An address as its octets in network order: 4 for IPv4, 16 for IPv6. */
export type Ip = Uint8Array;

/** `undefined` for anything but a literal IPv4 or IPv6 address (no zone, no prefix length). */
export function parseIp(text: string): Ip | undefined {
  if (isIPv4(text)) return Uint8Array.from(text.split('.'), Number);
  if (!isIPv6(text) || text.includes('%')) return undefined;
  const [head = '', tail] = text.split('::');
  const front = groups(head);
  if (tail === undefined) return Uint8Array.from(front);
  const back = groups(tail);
  return Uint8Array.from([...front, ...zeros(16 - front.length - back.length), ...back]);
}

/** The usual text form (RFC 5952 for IPv6). */
export function formatIp(ip: Ip): string {
  if (ip.length === 4) return ip.join('.');
  const hex = Buffer.from(ip).toString('hex');
  const address = hex.match(/.{4}/g)?.join(':') ?? '::';
  return new SocketAddress({ address, family: 'ipv6' }).address;
}

function groups(text: string): number[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (group.includes('.')) return group.split('.').map(Number);
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}
