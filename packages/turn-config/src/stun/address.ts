import { formatIp, type Ip } from '../ip/ip-address.ts';
import { FAMILY, MAGIC_COOKIE } from './constants.ts';

export interface Endpoint {
  ip: Ip;
  port: number;
}

/** XOR-MAPPED-ADDRESS and its kin (RFC 8489, section 14.2). */
export function encodeXorAddress({ ip, port }: Endpoint, transactionId: Buffer): Buffer {
  const mask = xorMask(transactionId);
  const value = Buffer.alloc(4 + ip.length);
  value.writeUInt8(ip.length === 4 ? FAMILY.ipv4 : FAMILY.ipv6, 1);
  value.writeUInt16BE(port ^ (MAGIC_COOKIE >>> 16), 2);
  value.set(xor(ip, mask), 4);
  return value;
}

export function decodeXorAddress(value: Buffer, transactionId: Buffer): Endpoint | undefined {
  const length = value.length === 8 ? 4 : 16;
  const family = length === 4 ? FAMILY.ipv4 : FAMILY.ipv6;
  if (value.length !== 4 + length || value.readUInt8(1) !== family) return undefined;
  return {
    ip: xor(value.subarray(4), xorMask(transactionId)),
    port: value.readUInt16BE(2) ^ (MAGIC_COOKIE >>> 16),
  };
}

/** `192.0.2.1:49152`, `[2001:db8::1]:49152`. */
export function formatEndpoint({ ip, port }: Endpoint): string {
  return ip.length === 4 ? `${formatIp(ip)}:${port}` : `[${formatIp(ip)}]:${port}`;
}

function xorMask(transactionId: Buffer): Buffer {
  const cookie = Buffer.alloc(4);
  cookie.writeUInt32BE(MAGIC_COOKIE);
  return Buffer.concat([cookie, transactionId]);
}

function xor(ip: Uint8Array, mask: Buffer): Uint8Array {
  return Uint8Array.from(ip, (octet, index) => octet ^ (mask[index] ?? 0));
}
