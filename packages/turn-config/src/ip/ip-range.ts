import { formatIp, parseIp, type Ip } from './ip-address.ts';

/** Both ends belong to it; both are of one family. */
export interface IpRange {
  first: Ip;
  last: Ip;
}

/**
 * Why coturn would misread a range. Each of these starts without an error on some version, and
 * then denies nothing or everybody.
 */
export type RangeFault =
  | 'comment'
  | 'list'
  | 'cidr'
  | 'not-an-address'
  | 'mixed-families'
  | 'unspecified'
  | 'reversed'
  | 'unaligned';

export type ParsedRange = { ok: true; range: IpRange } | { ok: false; fault: RangeFault };

/** A `denied-peer-ip` value, `first-last` or one address, as every version of coturn reads it. */
export function parseRange(text: string): ParsedRange {
  if (text.includes('#')) return { ok: false, fault: 'comment' };
  if (text.includes(',')) return { ok: false, fault: 'list' };
  if (text.includes('/')) return { ok: false, fault: 'cidr' };

  const [firstText = '', lastText = firstText, ...surplus] = text.split('-');
  const first = parseIp(firstText);
  const last = parseIp(lastText);
  if (!first || !last || surplus.length > 0) return { ok: false, fault: 'not-an-address' };
  if (first.length !== last.length) return { ok: false, fault: 'mixed-families' };

  // coturn takes an unspecified end for "no bound", across families: `::-x` denies all of IPv4.
  if (isUnspecified(last) || (isUnspecified(first) && first.length === 16)) {
    return { ok: false, fault: 'unspecified' };
  }
  if (Buffer.compare(first, last) > 0) return { ok: false, fault: 'reversed' };
  if (first.length === 16 && !isByteAligned(first, last)) return { ok: false, fault: 'unaligned' };
  return { ok: true, range: { first, last } };
}

export function contains(range: IpRange, ip: Ip): boolean {
  if (ip.length !== range.first.length) return false;
  return Buffer.compare(range.first, ip) <= 0 && Buffer.compare(ip, range.last) <= 0;
}

/** The addresses of a CIDR block as `first-last`, or `undefined` when it is not one. */
export function rangeOfCidr(text: string): string | undefined {
  const [address = '', bitsText = ''] = text.split('/');
  const ip = parseIp(address);
  if (!ip || !/^\d{1,3}$/.test(bitsText)) return undefined;
  const bits = Number(bitsText);
  if (bits > ip.length * 8) return undefined;
  const first = ip.map((octet, index) => octet & ~hostMask(bits, index));
  const last = ip.map((octet, index) => octet | hostMask(bits, index));
  return `${formatIp(first)}-${formatIp(last)}`;
}

function hostMask(prefixBits: number, octetIndex: number): number {
  const networkBits = Math.min(8, Math.max(0, prefixBits - octetIndex * 8));
  return 0xff >> networkBits;
}

function isUnspecified(ip: Ip): boolean {
  return ip.every((octet) => octet === 0);
}

/** coturn compares IPv6 octet by octet: below the first octet that differs all must be 00 to ff. */
function isByteAligned(first: Ip, last: Ip): boolean {
  const differing = first.findIndex((octet, index) => octet !== last[index]);
  if (differing === -1) return true;
  return (
    first.subarray(differing + 1).every((octet) => octet === 0x00) &&
    last.subarray(differing + 1).every((octet) => octet === 0xff)
  );
}
