import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

export interface UdpProxy {
  readonly port: number;
  /** Whether anything gets through; what is dropped is gone. True at first. */
  passing: boolean;
  /**
   * Whether TURN allocations that do not get through are refused, as by a relay that is full. A
   * browser then knows at once that there is no such path; else it asks for it for 40 s, and takes
   * it if it comes up meanwhile.
   */
  refusing: boolean;
  close(): void;
}

/** Forwards datagrams between clients and one UDP server of the same address, until told to drop them. */
export async function startUdpProxy(address: string, target: number): Promise<UdpProxy> {
  const upstreams = new Map<string, Socket>();
  const front = createSocket('udp4');
  const proxy: UdpProxy = {
    port: 0,
    passing: true,
    refusing: false,
    close: () => {
      for (const socket of [front, ...upstreams.values()]) socket.close();
      upstreams.clear();
    },
  };

  const upstreamOf = (port: number, host: string): Socket => {
    const client = `${host}:${port}`;
    const known = upstreams.get(client);
    if (known) return known;
    const upstream = createSocket('udp4');
    upstreams.set(client, upstream);
    upstream.on('message', (datagram) => {
      if (proxy.passing) front.send(datagram, port, host);
    });
    return upstream;
  };
  front.on('message', (datagram, { port, address: host }) => {
    if (proxy.passing) upstreamOf(port, host).send(datagram, target, address);
    else if (proxy.refusing && isAllocate(datagram)) front.send(refusal(datagram), port, host);
  });
  front.bind(0, address);
  await once(front, 'listening');
  return Object.assign(proxy, { port: front.address().port });
}

const ALLOCATE_REQUEST = 0x0003;
const ALLOCATE_ERROR = 0x0113;

const isAllocate = (datagram: Buffer): boolean =>
  datagram.length >= 20 && datagram.readUInt16BE(0) === ALLOCATE_REQUEST;

/** 508 Insufficient Capacity, RFC 8656, section 7.2; the layout is of RFC 8489, sections 5 and 14.8. */
function refusal(request: Buffer): Buffer {
  const header = Buffer.from(request.subarray(0, 20));
  header.writeUInt16BE(ALLOCATE_ERROR, 0);
  header.writeUInt16BE(8, 2);
  return Buffer.concat([header, Buffer.from([0x00, 0x09, 0x00, 0x04, 0x00, 0x00, 5, 8])]);
}
