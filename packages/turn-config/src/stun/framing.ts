import { HEADER_BYTES } from './constants.ts';

const CHANNEL_HEADER_BYTES = 4;

export interface Frames {
  frames: Buffer[];
  /** The beginning of a frame that has not come whole. */
  rest: Buffer;
  /** The stream holds something that is neither STUN nor ChannelData: nothing after it can be read. */
  isBroken: boolean;
}

/** Cuts a byte stream into STUN and ChannelData messages (RFC 8656, section 12.5). */
export function splitFrames(bytes: Buffer): Frames {
  const frames: Buffer[] = [];
  let at = 0;
  while (bytes.length - at >= CHANNEL_HEADER_BYTES) {
    const kind = bytes.readUInt8(at) >> 6;
    if (kind > 1) return { frames, rest: Buffer.alloc(0), isBroken: true };
    const length = bytes.readUInt16BE(at + 2);
    const isStun = kind === 0;
    const size = isStun ? HEADER_BYTES + length : CHANNEL_HEADER_BYTES + length;
    const onWire = isStun ? size : (size + 3) & ~3;
    if (bytes.length - at < onWire) break;
    frames.push(bytes.subarray(at, at + size));
    at += onWire;
  }
  return { frames, rest: bytes.subarray(at), isBroken: false };
}
