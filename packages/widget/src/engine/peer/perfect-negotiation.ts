import type { Candidate, Description } from '@rendev/interview-protocol';
import { randomId } from '../random-id.ts';
import { withDtlsRole } from './dtls-role.ts';

export interface NegotiationPort {
  /** Exactly one of the two sides is polite: it gives way when both offer at once. */
  polite(): boolean;
  sendDescription(description: Description): void;
  sendCandidate(candidate: Candidate): void;
  /** A remote offer is set and not answered yet; the answer waits for the promise. */
  beforeAnswer(): Promise<void>;
  failed(error: unknown): void;
}

/**
 * Perfect negotiation (W3C WebRTC, section 10.7) for one connection. Beyond the pattern: an answer
 * has to name the offer that it answers, candidates that come before any description wait for it,
 * and what the peer sends is handled strictly one after the other.
 */
export class PerfectNegotiation {
  readonly #pc: RTCPeerConnection;
  readonly #port: NegotiationPort;
  readonly #signal: AbortSignal;
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;
  /** The own offer that waits for its answer. */
  #offerId: string | null = null;
  #answered = false;
  #early: Candidate[] = [];
  #queue: Promise<void> = Promise.resolve();

  constructor(pc: RTCPeerConnection, port: NegotiationPort, signal: AbortSignal) {
    this.#pc = pc;
    this.#port = port;
    this.#signal = signal;
    pc.addEventListener('negotiationneeded', () => void this.#offer(), { signal });
    pc.addEventListener(
      'icecandidate',
      ({ candidate }) => {
        if (candidate && isOfUse(candidate)) port.sendCandidate(toWire(candidate));
      },
      { signal },
    );
  }

  /** Whether this offer, if it were handled now, would meet one of ours. */
  #collides(description: Description): boolean {
    const readyForOffer =
      !this.#makingOffer &&
      (this.#pc.signalingState === 'stable' || this.#isSettingRemoteAnswerPending);
    return description.type === 'offer' && !readyForOffer;
  }

  /** Whether an offer of ours has been answered, be the answer applied yet or not. */
  get answered(): boolean {
    return this.#answered;
  }

  /** The own offer that waits for its answer, with the candidates gathered by now. */
  get offer(): Description | null {
    const { signalingState, localDescription } = this.#pc;
    const offerId = this.#offerId;
    if (signalingState !== 'have-local-offer' || !localDescription || offerId === null) return null;
    return { type: 'offer', sdp: localDescription.sdp, offerId };
  }

  receiveDescription(description: Description): void {
    this.#answered ||= description.type === 'answer' && description.offerId === this.#offerId;
    this.#enqueue(() => this.#description(description));
  }

  receiveCandidates(candidates: readonly Candidate[]): void {
    this.#enqueue(async () => {
      for (const candidate of candidates) await this.#candidate(candidate);
    });
  }

  /** Takes back an offer that got no answer; the browser then asks for a new one. */
  rollback(): void {
    this.#enqueue(async () => {
      if (this.#pc.signalingState !== 'have-local-offer') return;
      this.#offerId = null;
      await this.#pc.setLocalDescription({ type: 'rollback' });
    });
  }

  #enqueue(task: () => Promise<void>): void {
    this.#queue = this.#queue.then(() => this.#guard(task));
  }

  async #guard(task: () => Promise<void>): Promise<void> {
    if (this.#isOver()) return;
    try {
      await task();
    } catch (error) {
      if (!this.#isOver()) this.#port.failed(error);
    }
  }

  #isOver(): boolean {
    return this.#signal.aborted;
  }

  async #offer(): Promise<void> {
    this.#makingOffer = true;
    await this.#guard(async () => {
      await this.#pc.setLocalDescription();
      this.#offerId = randomId();
      this.#sendLocal(this.#offerId);
    });
    this.#makingOffer = false;
  }

  async #description(description: Description): Promise<void> {
    const { type, sdp, offerId } = description;
    if (type === 'answer' && offerId !== this.#offerId) return; // answers an offer of the past
    this.#ignoreOffer = !this.#port.polite() && this.#collides(description);
    if (this.#ignoreOffer) {
      this.#early = [];
      return;
    }
    this.#isSettingRemoteAnswerPending = type === 'answer';
    try {
      await this.#pc.setRemoteDescription({ type, sdp });
    } catch (error) {
      this.#answered = this.#pc.currentRemoteDescription !== null;
      throw error;
    } finally {
      this.#isSettingRemoteAnswerPending = false;
    }
    this.#offerId = null;
    for (const candidate of this.#early.splice(0)) await this.#candidate(candidate);
    if (type === 'offer') {
      await this.#port.beforeAnswer();
      if (this.#isOver()) return;
      await this.#pc.setLocalDescription();
      this.#sendLocal(offerId);
    }
  }

  async #candidate(candidate: Candidate): Promise<void> {
    if (!this.#pc.remoteDescription) {
      if (!this.#ignoreOffer) this.#early.push(candidate);
      return;
    }
    try {
      await this.#pc.addIceCandidate(candidate);
    } catch (error) {
      if (!this.#ignoreOffer) throw error;
    }
  }

  #sendLocal(offerId: string): void {
    const { type, sdp } = this.#pc.localDescription ?? {};
    if (sdp && (type === 'offer' || type === 'answer')) {
      this.#port.sendDescription({ type, sdp: withDtlsRole(this.#pc, { type, sdp }), offerId });
    }
  }
}

/**
 * An active TCP candidate can only meet a passive one, which can do without hearing of it (RFC 6544,
 * sections 4.1 and 7.1), and browsers gather no passive ones: half of the signals would be for nothing.
 */
function isOfUse({ tcpType }: RTCIceCandidate): boolean {
  return tcpType !== 'active';
}

function toWire({
  candidate,
  sdpMid,
  sdpMLineIndex,
  usernameFragment,
}: RTCIceCandidate): Candidate {
  return { candidate, sdpMid, sdpMLineIndex, usernameFragment };
}
