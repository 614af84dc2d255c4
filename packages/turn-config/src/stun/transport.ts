import { createSocket } from 'node:dgram';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type DetailedPeerCertificate } from 'node:tls';
import { splitFrames } from './framing.ts';

export interface TransportTarget {
  transport: 'udp' | 'tcp' | 'tls';
  /** Literal address. */
  address: string;
  port: number;
  /** The name that the certificate must carry, also sent as SNI. */
  host: string;
  /** PEM of further authorities to believe. */
  ca?: string | undefined;
}

export interface TlsFacts {
  certificate: DetailedPeerCertificate;
  protocol: string;
  /** Why the chain or the name is not to be believed, by Node's error code; `undefined` if it is. */
  fault: string | undefined;
}

export interface Transport {
  /** Whether packets arrive or the transport closes: no need to send again. */
  isReliable: boolean;
  /** ms from the call until ready. */
  connectMs: number;
  tls: TlsFacts | undefined;
  send(packet: Buffer): void;
  close(): void;
}

export interface TransportEvents {
  /** One STUN message or ChannelData message. */
  onPacket: (packet: Buffer) => void;
  /** At most once, not after `close()`. */
  onClose: (reason: string) => void;
}

export type Opened = { ok: true; transport: Transport } | { ok: false; reason: string };

/** Connects within `timeoutMs`; the transport ends when the signal aborts. */
export function openTransport(
  target: TransportTarget,
  events: TransportEvents,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<Opened> {
  if (signal.aborted) return Promise.resolve({ ok: false, reason: 'aborted' });
  return target.transport === 'udp'
    ? openUdp(target, events, signal)
    : openStream(target, events, timeoutMs, signal);
}

function openUdp(
  { address, port }: TransportTarget,
  { onPacket, onClose }: TransportEvents,
  signal: AbortSignal,
): Promise<Opened> {
  const started = performance.now();
  const socket = createSocket(isIP(address) === 6 ? 'udp6' : 'udp4');
  const { promise, resolve } = Promise.withResolvers<Opened>();
  const life = lifeOf(signal, {
    release: () => socket.close(),
    failed: (reason) => {
      resolve({ ok: false, reason });
      onClose(reason);
    },
  });
  socket.on('message', onPacket);
  // A closed port answers by ICMP.
  socket.on('error', (error) => {
    life.fail(reasonOf(error));
  });
  socket.connect(port, address, () => {
    resolve({
      ok: true,
      transport: {
        isReliable: false,
        connectMs: performance.now() - started,
        tls: undefined,
        send: (packet) => {
          if (life.isOpen()) socket.send(packet);
        },
        close: life.close,
      },
    });
  });
  return promise;
}

function openStream(
  target: TransportTarget,
  { onPacket, onClose }: TransportEvents,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Opened> {
  const started = performance.now();
  const { promise, resolve } = Promise.withResolvers<Opened>();
  const { socket, readyEvent, tlsFacts } = connectStream(target);
  let buffered: Buffer = Buffer.alloc(0);
  const life = lifeOf(signal, {
    release: () => socket.destroy(),
    failed: (reason) => {
      resolve({ ok: false, reason });
      onClose(reason);
    },
  });
  socket.setNoDelay(true);
  socket.setTimeout(timeoutMs, () => {
    life.fail('timeout');
  });
  socket.once(readyEvent, () => {
    socket.setTimeout(0);
    resolve({
      ok: true,
      transport: {
        isReliable: true,
        connectMs: performance.now() - started,
        tls: tlsFacts(),
        send: (packet) => {
          if (life.isOpen()) socket.write(packet);
        },
        close: life.close,
      },
    });
  });
  socket.on('data', (chunk) => {
    const { frames, rest, isBroken } = splitFrames(Buffer.concat([buffered, chunk]));
    buffered = rest;
    for (const frame of frames) onPacket(frame);
    if (isBroken) life.fail('not-stun');
  });
  socket.on('error', (error) => {
    life.fail(reasonOf(error));
  });
  socket.on('close', () => {
    life.fail('closed');
  });
  return promise;
}

interface Life {
  readonly isOpen: () => boolean;
  readonly close: () => void;
  /** Closes and tells why; nothing once it is closed. */
  readonly fail: (reason: string) => void;
}

/** Ends a socket once: by whoever opened it, by a failure, or by the signal. */
function lifeOf(
  signal: AbortSignal,
  { release, failed }: { release: () => unknown; failed: (reason: string) => void },
): Life {
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    signal.removeEventListener('abort', abort);
    release();
  };
  const fail = (reason: string): void => {
    if (!open) return;
    close();
    failed(reason);
  };
  const abort = (): void => {
    fail('aborted');
  };
  signal.addEventListener('abort', abort);
  return { isOpen: () => open, close, fail };
}

function connectStream({ transport, address, port, host, ca }: TransportTarget): {
  socket: Socket;
  readyEvent: 'connect' | 'secureConnect';
  tlsFacts: () => TlsFacts | undefined;
} {
  if (transport !== 'tls') {
    return {
      socket: connectTcp({ host: address, port }),
      readyEvent: 'connect',
      tlsFacts: () => undefined,
    };
  }
  const socket = connectTls({
    host: address,
    port,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca === undefined ? {} : { ca }),
    // The fault is reported instead: the other checks can still tell something.
    rejectUnauthorized: false,
  });
  return {
    socket,
    readyEvent: 'secureConnect',
    tlsFacts: () => ({
      certificate: socket.getPeerCertificate(true),
      protocol: socket.getProtocol() ?? 'unknown',
      fault: socket.authorized ? undefined : String(socket.authorizationError),
    }),
  };
}

function reasonOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
