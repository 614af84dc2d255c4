import type { Candidate, Description } from '@rendev/interview-protocol';
import { RendevError } from '../rendev-error.ts';
import type { LinkState } from '../session-snapshot.ts';
import {
  adoptSlots,
  createSlots,
  remoteStreams,
  SLOTS,
  type OutgoingTracks,
  type Slots,
} from './media-slots.ts';
import { PerfectNegotiation } from './perfect-negotiation.ts';
import { needsResync, recover } from './recovery.ts';

/** What the rest of the engine sees of a link. A new object for each change. */
export interface LinkView {
  readonly state: LinkState;
  /** `null` until the first offer is answered. */
  readonly stream: MediaStream | null;
  readonly screenStream: MediaStream | null;
}

export type LinkSignal =
  { readonly description: Description } | { readonly candidates: readonly Candidate[] };

export interface PeerLinkOptions {
  readonly configuration: RTCConfiguration;
  readonly polite: boolean;
  /** Whether this side makes the first offer; otherwise it does so when none comes in 5 s. */
  readonly initiate: boolean;
  readonly tracks: OutgoingTracks;
  readonly send: (signal: LinkSignal) => void;
  readonly changed: () => void;
  readonly failed: (error: RendevError) => void;
}

const OFFER_WAIT_MS = 5_000;

/** The media path to one page of one participant: exactly one RTCPeerConnection. */
export class PeerLink {
  readonly #options: PeerLinkOptions;
  readonly #pc: RTCPeerConnection;
  readonly #negotiation: PerfectNegotiation;
  readonly #ended = new AbortController();
  #tracks: OutgoingTracks;
  #slots: Slots | null = null;
  #wasConnected = false;
  #view: LinkView = { state: 'connecting', stream: null, screenStream: null };

  constructor(options: PeerLinkOptions) {
    this.#options = options;
    this.#tracks = options.tracks;
    const { signal } = this.#ended;
    const pc = new RTCPeerConnection({ ...options.configuration, bundlePolicy: 'max-bundle' });
    this.#pc = pc;
    this.#negotiation = new PerfectNegotiation(
      pc,
      {
        polite: options.polite,
        sendDescription: (description) => {
          options.send({ description });
        },
        sendCandidate: (candidate) => {
          options.send({ candidates: [candidate] });
        },
        beforeAnswer: () => {
          if (!this.#slots) this.#use(adoptSlots(pc));
        },
        failed: (cause) => {
          options.failed(new RendevError('negotiation-failed', { cause }));
        },
      },
      signal,
    );
    pc.addEventListener(
      'connectionstatechange',
      () => {
        this.#look();
      },
      { signal },
    );
    pc.addEventListener(
      'signalingstatechange',
      () => {
        this.#look();
      },
      { signal },
    );
    recover(
      pc,
      {
        polite: options.polite,
        restart: () => {
          this.#restart();
        },
      },
      signal,
    );

    if (options.initiate) {
      this.#initiate();
    } else {
      const timer = setTimeout(() => {
        this.#initiate();
      }, OFFER_WAIT_MS);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
      });
    }
  }

  get view(): LinkView {
    return this.#view;
  }

  /**
   * Whether a link that made the first offer has to be given up for this one. Transceivers of
   * `addTransceiver` are never associated with a remote offer (JSEP, RFC 8829, section 5.10), so a
   * rolled back first offer would leave its four behind; the mesh answers on a fresh link instead.
   */
  mustYieldTo(description: Description): boolean {
    const opening =
      this.#slots !== null &&
      this.#pc.currentRemoteDescription === null &&
      !this.#negotiation.answered;
    const ignored = !this.#options.polite && this.#negotiation.collides(description);
    return opening && description.type === 'offer' && !ignored;
  }

  receive(signal: LinkSignal): void {
    if ('description' in signal) this.#negotiation.receiveDescription(signal.description);
    else this.#negotiation.receiveCandidates(signal.candidates);
  }

  setTracks(tracks: OutgoingTracks): void {
    this.#tracks = tracks;
    const { signal } = this.#ended;
    for (const { name } of SLOTS) {
      const sender = this.#slots?.[name].sender;
      if (!sender || sender.track === tracks[name]) continue;
      sender.replaceTrack(tracks[name]).catch((cause: unknown) => {
        if (!signal.aborted) this.#options.failed(new RendevError('unknown', { cause }));
      });
    }
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.#pc.setConfiguration({ ...configuration, bundlePolicy: 'max-bundle' });
  }

  /** Signals between the two may have been lost: takes up again what is unfinished. */
  resync(): void {
    if (this.#slots && needsResync(this.#pc, this.#options.polite)) this.#restart();
  }

  close(): void {
    this.#ended.abort();
    this.#pc.close();
  }

  #initiate(): void {
    if (!this.#slots && this.#pc.remoteDescription === null) this.#use(createSlots(this.#pc));
  }

  #use(slots: Slots): void {
    this.#slots = slots;
    this.setTracks(this.#tracks);
  }

  #restart(): void {
    this.#negotiation.rollback();
    this.#pc.restartIce();
  }

  #look(): void {
    const state = this.#state();
    const streams =
      !this.#view.stream && this.#slots && this.#pc.currentRemoteDescription
        ? remoteStreams(this.#slots)
        : null;
    if (state === this.#view.state && !streams) return;
    if (state === 'failed' && this.#view.state !== 'failed') {
      this.#options.failed(new RendevError('connection-failed', { retryable: true }));
    }
    this.#view = { ...this.#view, ...streams, state };
    this.#options.changed();
  }

  #state(): LinkState {
    const { connectionState } = this.#pc;
    if (connectionState === 'failed') return 'failed';
    if (connectionState === 'connected') {
      this.#wasConnected = true;
      return 'connected';
    }
    return this.#wasConnected ? 'reconnecting' : 'connecting';
  }
}
