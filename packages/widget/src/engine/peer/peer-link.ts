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
  /**
   * The configuration with fresh TURN credentials, or the present one where there are none to be
   * had. Never rejects.
   */
  readonly refresh: () => Promise<RTCConfiguration>;
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
  /** Asked for beforehand, for the answer to the first offer. */
  #forFirstAnswer: Promise<RTCConfiguration> | null;
  #restarting = false;
  #view: LinkView = { state: 'connecting', stream: null, screenStream: null };

  constructor(options: PeerLinkOptions) {
    this.#options = options;
    this.#tracks = options.tracks;
    this.#forFirstAnswer = options.initiate ? null : options.refresh();
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
        beforeAnswer: () => this.#prepareAnswer(),
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
          void this.#restart();
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
    if (this.#slots && needsResync(this.#pc, this.#options.polite)) void this.#restart();
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

  /** An answer gathers as an offer does: after the first one, the other side has restarted ICE. */
  async #prepareAnswer(): Promise<void> {
    if (!this.#slots) this.#use(adoptSlots(this.#pc));
    await this.#refresh(this.#forFirstAnswer ?? this.#options.refresh());
    this.#forFirstAnswer = null;
  }

  /** Restarts that fall into one another are one. */
  async #restart(): Promise<void> {
    if (this.#restarting) return;
    this.#restarting = true;
    await this.#refresh(this.#options.refresh());
    this.#restarting = false;
    if (this.#ended.signal.aborted) return;
    this.#negotiation.rollback();
    this.#pc.restartIce();
  }

  /** TURN credentials end, and ICE gathers with those that are set: fresh ones have to come first. */
  async #refresh(configuration: Promise<RTCConfiguration>): Promise<void> {
    const fresh = await configuration;
    if (!this.#ended.signal.aborted) this.setConfiguration(fresh);
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
    // Retries go on behind it; a person should have the time to read why nobody is seen.
    if (this.#view.state === 'failed') return 'failed';
    return this.#wasConnected ? 'reconnecting' : 'connecting';
  }
}
