import { decodeXorAddress, encodeXorAddress, type Endpoint } from './address.ts';
import { ATTRIBUTE, CLASS, METHOD, PROTOCOL, type Method } from './constants.ts';
import {
  attribute,
  decodeMessage,
  encodeMessage,
  errorCode,
  hasIntegrity,
  longTermKey,
  newTransactionId,
  type Attribute,
  type StunMessage,
} from './message.ts';
import { openTransport, type Transport, type TransportTarget } from './transport.ts';

export interface User {
  username: string;
  credential: string;
}

/** Why a request had no success. `code` is STUN's (RFC 8489, section 14.8). */
export type RequestFailure =
  | { kind: 'refused'; code: number }
  | { kind: 'timeout' }
  | { kind: 'closed'; reason: string }
  /** An answer that is not from somebody who knows the secret. */
  | { kind: 'forged' };

export type Response =
  | { ok: true; message: StunMessage; roundTripMs: number; sentBytes: number }
  | { ok: false; failure: RequestFailure };

/** The first wait before sending again over UDP; doubles (RFC 8489, section 6.2.1). */
const RETRANSMIT_MS = 500;

export interface TurnClientOptions {
  /** ms for one request. */
  timeoutMs: number;
  signal: AbortSignal;
}

type DataListener = (from: Endpoint, data: Buffer) => void;

/** What the events of a transport reach, from before there is a client. */
interface Wire {
  /** Requests under way, by transaction id. */
  pending: Map<string, (result: StunMessage | RequestFailure) => void>;
  dataListeners: Set<DataListener>;
  closed: Extract<RequestFailure, { kind: 'closed' }> | undefined;
}

export type Connected = { ok: true; client: TurnClient } | { ok: false; reason: string };

/** One 5-tuple to a STUN or TURN server. */
export class TurnClient {
  readonly transport: Transport;
  readonly #timeoutMs: number;
  readonly #wire: Wire;
  #challenge: { realm: Buffer; nonce: Buffer } | undefined;

  static async connect(target: TransportTarget, options: TurnClientOptions): Promise<Connected> {
    const wire: Wire = { pending: new Map(), dataListeners: new Set(), closed: undefined };
    const onClose = (reason: string): void => {
      endWire(wire, reason);
    };
    const onPacket = (packet: Buffer): void => {
      const message = decodeMessage(packet);
      if (!message) return;
      wire.pending.get(message.transactionId.toString('hex'))?.(message);
      const received = receivedData(message);
      if (!received) return;
      for (const listener of wire.dataListeners) listener(received.from, received.data);
    };
    const opened = await openTransport(target, { onPacket, onClose }, options);
    if (!opened.ok) return opened;
    return { ok: true, client: new TurnClient(opened.transport, wire, options.timeoutMs) };
  }

  private constructor(transport: Transport, wire: Wire, timeoutMs: number) {
    this.transport = transport;
    this.#wire = wire;
    this.#timeoutMs = timeoutMs;
  }

  binding(): Promise<Response> {
    return this.#exchange(METHOD.binding, () => [], undefined);
  }

  /** Without a user: what a stranger is answered. */
  allocate(
    user: User | undefined,
    { protocol = PROTOCOL.udp, family }: { protocol?: number; family?: number } = {},
  ): Promise<Response> {
    const attributes: Attribute[] = [
      { type: ATTRIBUTE.requestedTransport, value: Buffer.of(protocol, 0, 0, 0) },
    ];
    if (family !== undefined) {
      attributes.push({
        type: ATTRIBUTE.requestedAddressFamily,
        value: Buffer.of(family, 0, 0, 0),
      });
    }
    return this.#request(METHOD.allocate, () => attributes, user);
  }

  /** Lifetime 0 ends the allocation. Without an allocation: 437 for a good user, 401 for a bad one. */
  refresh(user: User, lifetimeSeconds: number): Promise<Response> {
    const value = Buffer.alloc(4);
    value.writeUInt32BE(lifetimeSeconds);
    return this.#request(METHOD.refresh, () => [{ type: ATTRIBUTE.lifetime, value }], user);
  }

  createPermission(user: User, peer: Endpoint): Promise<Response> {
    return this.#request(METHOD.createPermission, (id) => [peerAddress(peer, id)], user);
  }

  /** Channels run from 0x4000 to 0x4FFF (RFC 8656, section 12). */
  channelBind(user: User, peer: Endpoint, channel: number): Promise<Response> {
    const value = Buffer.alloc(4);
    value.writeUInt16BE(channel);
    return this.#request(
      METHOD.channelBind,
      (id) => [{ type: ATTRIBUTE.channelNumber, value }, peerAddress(peer, id)],
      user,
    );
  }

  /** Unacknowledged: a Send indication (RFC 8656, section 11.1). */
  send(peer: Endpoint, data: Buffer): void {
    const transactionId = newTransactionId();
    const attributes = [peerAddress(peer, transactionId), { type: ATTRIBUTE.data, value: data }];
    const messageClass = CLASS.indication;
    this.transport.send(
      encodeMessage({ method: METHOD.send, messageClass, transactionId, attributes }),
    );
  }

  /** The returned function ends it. */
  onData(listener: DataListener): () => void {
    this.#wire.dataListeners.add(listener);
    return () => this.#wire.dataListeners.delete(listener);
  }

  close(): void {
    this.transport.close();
    endWire(this.#wire, 'aborted');
  }

  /** Answers the challenge of the server, once, and a stale nonce, once (RFC 8489, section 9.2). */
  async #request(
    method: Method,
    attributesFor: (transactionId: Buffer) => Attribute[],
    user: User | undefined,
  ): Promise<Response> {
    if (!user) return this.#exchange(method, attributesFor, undefined);
    let hadChallenge = this.#challenge !== undefined;
    let response = await this.#exchange(method, attributesFor, user);
    for (const code of [401, 438]) {
      if (response.ok || response.failure.kind !== 'refused') break;
      if (response.failure.code !== code || (code === 401 && hadChallenge)) continue;
      hadChallenge = true;
      response = await this.#exchange(method, attributesFor, user);
    }
    return response;
  }

  async #exchange(
    method: Method,
    attributesFor: (transactionId: Buffer) => Attribute[],
    user: User | undefined,
  ): Promise<Response> {
    const transactionId = newTransactionId();
    const attributes = attributesFor(transactionId);
    const challenge = user && this.#challenge;
    let key: Buffer | undefined;
    if (user && challenge) {
      const { realm, nonce } = challenge;
      key = longTermKey(user.username, realm.toString(), user.credential);
      attributes.push(
        { type: ATTRIBUTE.username, value: Buffer.from(user.username) },
        { type: ATTRIBUTE.realm, value: realm },
        { type: ATTRIBUTE.nonce, value: nonce },
      );
    }
    const messageClass = CLASS.request;
    const packet = encodeMessage({ method, messageClass, transactionId, attributes, key });
    const started = performance.now();
    const result = await this.#transact(packet, transactionId);
    if ('kind' in result) return { ok: false, failure: result };

    if (result.messageClass === CLASS.success) {
      if (key && !hasIntegrity(result, key)) return { ok: false, failure: { kind: 'forged' } };
      const roundTripMs = performance.now() - started;
      return { ok: true, message: result, roundTripMs, sentBytes: packet.length };
    }
    const realm = attribute(result, ATTRIBUTE.realm) ?? challenge?.realm;
    const nonce = attribute(result, ATTRIBUTE.nonce);
    if (realm && nonce) this.#challenge = { realm, nonce };
    return { ok: false, failure: { kind: 'refused', code: errorCode(result) ?? 0 } };
  }

  async #transact(packet: Buffer, transactionId: Buffer): Promise<StunMessage | RequestFailure> {
    if (this.#wire.closed) return this.#wire.closed;
    const id = transactionId.toString('hex');
    const { promise, resolve } = Promise.withResolvers<StunMessage | RequestFailure>();
    this.#wire.pending.set(id, resolve);
    let again: NodeJS.Timeout | undefined;
    const transmit = (waitMs: number): void => {
      this.transport.send(packet);
      if (!this.transport.isReliable) again = setTimeout(transmit, waitMs, waitMs * 2);
    };
    const timeout = setTimeout(resolve, this.#timeoutMs, { kind: 'timeout' });
    transmit(RETRANSMIT_MS);
    try {
      return await promise;
    } finally {
      clearTimeout(again);
      clearTimeout(timeout);
      this.#wire.pending.delete(id);
    }
  }
}

/** The address of the relay that an Allocate made. */
export function relayedAddress(message: StunMessage): Endpoint | undefined {
  return xorAddress(message, ATTRIBUTE.xorRelayedAddress);
}

/** The client's address as the server sees it. */
export function mappedAddress(message: StunMessage): Endpoint | undefined {
  return xorAddress(message, ATTRIBUTE.xorMappedAddress);
}

function endWire(wire: Wire, reason: string): void {
  wire.closed ??= { kind: 'closed', reason };
  for (const settle of wire.pending.values()) settle(wire.closed);
}

function receivedData(message: StunMessage): { from: Endpoint; data: Buffer } | undefined {
  if (message.method !== METHOD.data || message.messageClass !== CLASS.indication) return undefined;
  const from = xorAddress(message, ATTRIBUTE.xorPeerAddress);
  const data = attribute(message, ATTRIBUTE.data);
  return from && data && { from, data };
}

function xorAddress(message: StunMessage, type: number): Endpoint | undefined {
  const value = attribute(message, type);
  return value && decodeXorAddress(value, message.transactionId);
}

function peerAddress(peer: Endpoint, transactionId: Buffer): Attribute {
  return { type: ATTRIBUTE.xorPeerAddress, value: encodeXorAddress(peer, transactionId) };
}
