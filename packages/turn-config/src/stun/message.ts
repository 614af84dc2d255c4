import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import {
  ATTRIBUTE,
  HEADER_BYTES,
  MAGIC_COOKIE,
  type MessageClass,
  type Method,
} from './constants.ts';

export interface Attribute {
  type: number;
  value: Buffer;
}

export interface StunMessage {
  method: number;
  messageClass: number;
  /** 12 bytes. */
  transactionId: Buffer;
  attributes: Attribute[];
  /** As it came, for checking its integrity. */
  raw: Buffer;
}

export interface NewMessage {
  method: Method;
  messageClass: MessageClass;
  transactionId: Buffer;
  attributes: Attribute[];
  /** Adds MESSAGE-INTEGRITY (RFC 8489, section 14.5). */
  key?: Buffer | undefined;
}

const CLASS_BITS = 0x0110;
const INTEGRITY_BYTES = 20;
const FINGERPRINT_BYTES = 4;
/** RFC 8489, section 14.7. */
const FINGERPRINT_XOR = 0x5354554e;

export function newTransactionId(): Buffer {
  return randomBytes(12);
}

/** The key of the long-term credential mechanism (RFC 8489, section 9.2.2). */
export function longTermKey(username: string, realm: string, credential: string): Buffer {
  return createHash('md5').update(`${username}:${realm}:${credential}`).digest();
}

export function encodeMessage({
  method,
  messageClass,
  transactionId,
  attributes,
  key,
}: NewMessage): Buffer {
  const body = Buffer.concat(attributes.map(encodeAttribute));
  if (!key) return Buffer.concat([header(method, messageClass, transactionId, body.length), body]);

  const covered = body.length + 4 + INTEGRITY_BYTES;
  const head = header(method, messageClass, transactionId, covered);
  const value = createHmac('sha1', key).update(head).update(body).digest();
  return Buffer.concat([head, body, encodeAttribute({ type: ATTRIBUTE.messageIntegrity, value })]);
}

/** `undefined` for what is no well-formed STUN message, or carries a wrong FINGERPRINT. */
export function decodeMessage(raw: Buffer): StunMessage | undefined {
  if (raw.length < HEADER_BYTES || raw.readUInt32BE(4) !== MAGIC_COOKIE) return undefined;
  const type = raw.readUInt16BE(0);
  const length = raw.readUInt16BE(2);
  if (type > 0x3fff || length % 4 !== 0 || raw.length !== HEADER_BYTES + length) return undefined;

  const attributes: Attribute[] = [];
  for (let at = HEADER_BYTES; at < raw.length;) {
    if (at + 4 > raw.length) return undefined;
    const attributeType = raw.readUInt16BE(at);
    const valueLength = raw.readUInt16BE(at + 2);
    const value = raw.subarray(at + 4, at + 4 + valueLength);
    if (value.length !== valueLength) return undefined;
    if (attributeType === ATTRIBUTE.fingerprint && !isFingerprint(raw, at, value)) return undefined;
    attributes.push({ type: attributeType, value });
    at += 4 + padded(valueLength);
  }
  return {
    method: type & ~CLASS_BITS,
    messageClass: type & CLASS_BITS,
    transactionId: raw.subarray(8, HEADER_BYTES),
    attributes,
    raw,
  };
}

export function attribute({ attributes }: StunMessage, type: number): Buffer | undefined {
  return attributes.find((each) => each.type === type)?.value;
}

/** Whether the sender of a message knew the key. */
export function hasIntegrity({ raw }: StunMessage, key: Buffer): boolean {
  for (let at = HEADER_BYTES; at + 4 <= raw.length; at += 4 + padded(raw.readUInt16BE(at + 2))) {
    if (raw.readUInt16BE(at) !== ATTRIBUTE.messageIntegrity) continue;
    const head = Buffer.from(raw.subarray(0, at));
    head.writeUInt16BE(at + 4 + INTEGRITY_BYTES - HEADER_BYTES, 2);
    const expected = createHmac('sha1', key).update(head).digest();
    const value = raw.subarray(at + 4, at + 4 + INTEGRITY_BYTES);
    return value.length === INTEGRITY_BYTES && timingSafeEqual(value, expected);
  }
  return false;
}

/** The number, such as 401; newer servers send no reason phrase (RFC 8489, section 14.8). */
export function errorCode(message: StunMessage): number | undefined {
  const value = attribute(message, ATTRIBUTE.errorCode);
  if (!value || value.length < 4) return undefined;
  return (value.readUInt8(2) & 0x07) * 100 + value.readUInt8(3);
}

function header(type: Method, messageClass: MessageClass, id: Buffer, length: number): Buffer {
  const head = Buffer.alloc(HEADER_BYTES);
  head.writeUInt16BE(type | messageClass, 0);
  head.writeUInt16BE(length, 2);
  head.writeUInt32BE(MAGIC_COOKIE, 4);
  id.copy(head, 8);
  return head;
}

function encodeAttribute({ type, value }: Attribute): Buffer {
  const encoded = Buffer.alloc(4 + padded(value.length));
  encoded.writeUInt16BE(type, 0);
  encoded.writeUInt16BE(value.length, 2);
  value.copy(encoded, 4);
  return encoded;
}

function isFingerprint(raw: Buffer, at: number, value: Buffer): boolean {
  if (value.length !== FINGERPRINT_BYTES) return false;
  return value.readUInt32BE(0) === (crc32(raw.subarray(0, at)) ^ FINGERPRINT_XOR) >>> 0;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
