/** RFC 8489, section 18.2, and RFC 8656, section 17. */
export const METHOD = {
  binding: 0x001,
  allocate: 0x003,
  refresh: 0x004,
  send: 0x006,
  data: 0x007,
  createPermission: 0x008,
  channelBind: 0x009,
} as const;
export type Method = (typeof METHOD)[keyof typeof METHOD];

/** The two class bits, already in their places in the message type (RFC 8489, section 5). */
export const CLASS = {
  request: 0x000,
  indication: 0x010,
  success: 0x100,
  error: 0x110,
} as const;
export type MessageClass = (typeof CLASS)[keyof typeof CLASS];

/** RFC 8489, section 18.3, and RFC 8656, section 18. */
export const ATTRIBUTE = {
  mappedAddress: 0x0001,
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  channelNumber: 0x000c,
  lifetime: 0x000d,
  xorPeerAddress: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedAddressFamily: 0x0017,
  requestedTransport: 0x0019,
  xorMappedAddress: 0x0020,
  software: 0x8022,
  fingerprint: 0x8028,
} as const;

export const MAGIC_COOKIE = 0x2112a442;
export const HEADER_BYTES = 20;

/** Protocol numbers for REQUESTED-TRANSPORT (IANA). */
export const PROTOCOL = { tcp: 6, udp: 17 } as const;

/** Families for REQUESTED-ADDRESS-FAMILY and addresses (RFC 8489, section 14.1). */
export const FAMILY = { ipv4: 0x01, ipv6: 0x02 } as const;
