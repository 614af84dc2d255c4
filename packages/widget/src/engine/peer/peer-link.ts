import type { Candidate, Description, Flow, MediaState } from '@rendev/interview-protocol';
import { randomId } from '../random-id.ts';
import { RendevError } from '../rendev-error.ts';
import type { LinkState } from '../session-snapshot.ts';
import { CandidateBatch } from './candidate-batch.ts';
import { withLast } from './ice-order.ts';
import { LinkSampler } from './link-sampler.ts';
import type { LinkSample } from './link-sample.ts';
import { nextLinkState } from './link-state.ts';
import { LinkTraffic, NO_TRAFFIC, type TrafficView } from './link-traffic.ts';
import {
  adoptSlots,
  createSlots,
  remoteStreams,
  SLOTS,
  type OutgoingTracks,
  type Slots,
} from './media-slots.ts';
import { areMixed } from './mixed-browsers.ts';
import { askForDtx } from './opus-dtx.ts';
import { PerfectNegotiation } from './perfect-negotiation.ts';
import { Recovery } from './recovery.ts';
import type { SendingWishes } from './sending-policy.ts';
import { isStalled, StallWatch } from './stall-watch.ts';

/** What the rest of the engine sees of a link. A new object for each change. */
export interface LinkView extends TrafficView {
  readonly state: LinkState;
  /** `null` until the first offer is answered. */
  readonly stream: MediaStream | null;
  readonly screenStream: MediaStream | null;
}

type Content =
  | { readonly description: Description }
  | { readonly candidates: Candidate[] }
  | { readonly flow: Flow };

export type LinkSignal = { readonly link: string } & Content;

/** What the server says of the peer at this moment. */
interface PeerState {
  /** What it sends; `null` while it is not known who it is. */
  readonly media: MediaState | null;
  /** Whether a signal would arrive: this page and the peer both have the server. */
  readonly reachable: boolean;
}

export interface PeerLinkOptions {
  readonly configuration: RTCConfiguration;
  readonly peer: () => PeerState;
  /** What was seen of the link that this one takes the place of, to be shown until this connects. */
  readonly inherits?: LinkView;
  readonly polite: () => boolean;
  /** Whether this side makes the first offer; otherwise it does so when none comes in 5 s. */
  readonly initiate: boolean;
  readonly tracks: OutgoingTracks;
  /** Default: as the only link, and saving no data. */
  readonly sending?: SendingWishes;
  /**
   * The configuration with TURN credentials of `maxAgeMs` at most (default 0), or the present one
   * where there are none to be had. Never rejects.
   */
  readonly refresh: (maxAgeMs?: number) => Promise<RTCConfiguration>;
  readonly send: (signal: LinkSignal) => void;
  /** Nothing mends this link: another one has to take its place. */
  readonly renew: () => void;
  readonly changed: () => void;
  readonly failed: (error: RendevError) => void;
}

const OFFER_WAIT_MS = 5_000;
/**
 * Credentials last an hour at least. The first answer does not wait a round trip for new ones when
 * those at hand are as young as this; answers that follow a lost path do.
 */
const YOUNG_MS = 600_000;
const SAMPLE_MS = 1_000;
/** While it is doubtful whether the path carries anything. */
const HURRIED_SAMPLE_MS = 300;

/** After a path was mended. */
const KEY_FRAMES_MS = [0, 400, 1_200];

const NO_VIEW: LinkView = {
  state: 'connecting',
  stream: null,
  screenStream: null,
  ...NO_TRAFFIC,
};

/** The media path to one page of one participant: exactly one RTCPeerConnection. */
export class PeerLink {
  readonly #options: PeerLinkOptions;
  readonly #pc: RTCPeerConnection;
  readonly #negotiation: PerfectNegotiation;
  readonly #recovery: Recovery;
  readonly #watch = new StallWatch();
  readonly #ended = new AbortController();
  /** Both sides name the link by what the first offer named it; `null` while waiting for that. */
  #id: string | null = null;
  #tracks: OutgoingTracks;
  #slots: Slots | null = null;
  #sampler: LinkSampler | null = null;
  #traffic: LinkTraffic | null = null;
  #wishes: SendingWishes;
  #wasConnected: boolean;
  /** Whether the streams of the view are of this link, and not inherited. */
  #hasStreams = false;
  /** Asked for beforehand, for the answer to the first offer. */
  #forFirstAnswer: Promise<RTCConfiguration> | null;
  #restarting = false;
  #view: LinkView;

  constructor(options: PeerLinkOptions) {
    this.#options = options;
    this.#tracks = options.tracks;
    this.#wishes = options.sending ?? { links: 1, lowData: false };
    this.#view = inherited(options.inherits ?? NO_VIEW);
    this.#wasConnected = this.#view.state === 'reconnecting';
    this.#forFirstAnswer = options.initiate
      ? null
      : options.refresh(options.inherits ? 0 : YOUNG_MS);
    const { signal } = this.#ended;
    const pc = new RTCPeerConnection({ ...options.configuration, bundlePolicy: 'max-bundle' });
    this.#pc = pc;
    const candidates = new CandidateBatch((batch) => {
      this.#send({ candidates: batch });
    }, signal);
    this.#negotiation = new PerfectNegotiation(
      pc,
      {
        polite: options.polite,
        sendDescription: (description) => {
          this.#send({ description: withDtx(description) });
        },
        sendCandidate: (candidate) => {
          candidates.add(candidate);
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
    this.#recovery = new Recovery(
      pc,
      {
        polite: options.polite,
        reachable: () => options.peer().reachable,
        restart: () => {
          void this.#restart();
        },
        renew: options.renew,
        mended: () => {
          this.#pathMended();
        },
        notSending: () => {
          this.#watch.forget();
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

  get id(): string | null {
    return this.#id;
  }

  /** The own offer that waits for its answer, with the candidates gathered by now. */
  get offer(): Description | null {
    const { offer } = this.#negotiation;
    return offer && withDtx(offer);
  }

  /** Whether the signal belongs to this link. The first one names a link that waits for it. */
  owns({ link }: LinkSignal): boolean {
    return this.#id === null || this.#id === link;
  }

  /**
   * Whether this link has to be given up for another one that the peer offers: the peer has begun
   * anew, or both have made a first offer at once and this is the polite side. It answers on a fresh
   * link, as transceivers of `addTransceiver` are never associated with a remote offer (JSEP,
   * RFC 8829, section 5.10), so that a rolled back first offer would leave its four behind.
   */
  yieldsTo(signal: LinkSignal): boolean {
    if (this.owns(signal) || !('description' in signal)) return false;
    const isOpening = this.#pc.currentRemoteDescription === null && !this.#negotiation.answered;
    return signal.description.type === 'offer' && (!isOpening || this.#options.polite());
  }

  receive(signal: LinkSignal): void {
    this.#id ??= signal.link;
    if ('description' in signal) this.#negotiation.receiveDescription(signal.description);
    else if ('candidates' in signal) this.#negotiation.receiveCandidates(signal.candidates);
    else this.#traffic?.receive(signal.flow);
  }

  /** The latest; `null` before there are two readings. */
  get sample(): LinkSample | null {
    return this.#sampler?.latest ?? null;
  }

  setSending(wishes: SendingWishes): void {
    this.#wishes = wishes;
    this.#traffic?.setWishes(wishes);
  }

  setTracks(tracks: OutgoingTracks): void {
    this.#tracks = tracks;
    this.#traffic?.setTracks(tracks);
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
    if (this.#slots) this.#recovery.resync();
    if (this.#pc.connectionState === 'connected') this.#traffic?.connected();
  }

  /** Looks for a path anew, as this device has come to another network. */
  restart(): void {
    if (this.#slots) this.#recovery.restart();
  }

  /** Timers may have slept: looks soon whether anything arrives. */
  hurry(): void {
    if (this.#sampler) this.#sampler.intervalMs = HURRIED_SAMPLE_MS;
  }

  close(): void {
    this.#ended.abort();
    this.#pc.close();
  }

  /** The first whole picture may be lost still, and the peer would wait 3 s before it asks for one. */
  #pathMended(): void {
    for (const ms of KEY_FRAMES_MS) {
      setTimeout(() => {
        if (!this.#ended.signal.aborted) this.#traffic?.pathMended();
      }, ms);
    }
  }

  #initiate(): void {
    if (this.#slots || this.#pc.remoteDescription !== null) return;
    this.#id ??= randomId();
    this.#use(createSlots(this.#pc));
  }

  #send(content: Content): void {
    if (this.#id !== null) this.#options.send({ link: this.#id, ...content });
  }

  #use(slots: Slots): void {
    this.#slots = slots;
    this.setTracks(this.#tracks);
    const { signal } = this.#ended;
    const traffic = new LinkTraffic(slots, this.#tracks, this.#wishes, {
      changed: () => {
        this.#view = { ...this.#view, ...traffic.view };
        this.#options.changed();
      },
      tell: (flow) => {
        this.#send({ flow });
      },
    });
    this.#traffic = traffic;
    const sampler = new LinkSampler(this.#pc, slots, signal);
    this.#sampler = sampler;
    sampler.subscribe((sample) => {
      traffic.take(sample);
      this.#watch.take(sample, this.#expectsMedia());
      const { supply } = this.#watch;
      const isCalm = supply === 'idle' || supply === 'flowing';
      sampler.intervalMs = isCalm ? SAMPLE_MS : HURRIED_SAMPLE_MS;
      if (supply === 'lost') traffic.pathSilent(sample.at);
      this.#recovery.supplyIs(supply);
      this.#look();
    }, signal);
  }

  #expectsMedia(): boolean {
    const { media } = this.#options.peer();
    if (!media) return false;
    return media.microphone || media.screen || (media.camera && !this.#view.cameraPaused);
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
    // Without the server nobody would hear of it; `resync` takes it up.
    if (this.#ended.signal.aborted || !this.#options.peer().reachable) return;
    if (areMixed(this.#pc)) {
      this.#options.renew();
      return;
    }
    this.#negotiation.rollback();
    this.#pc.restartIce();
  }

  /** TURN credentials end, and ICE gathers with those that are set: fresh ones have to come first. */
  async #refresh(configuration: Promise<RTCConfiguration>): Promise<void> {
    const fresh = await configuration;
    if (this.#ended.signal.aborted) return;
    const deadUrl = isStalled(this.#watch.supply) ? this.sample?.relayUrl : null;
    const servers = fresh.iceServers ?? [];
    this.setConfiguration(
      deadUrl == null ? fresh : { ...fresh, iceServers: withLast(servers, deadUrl) },
    );
  }

  #look(): void {
    const { connectionState } = this.#pc;
    const { supply } = this.#watch;
    this.#wasConnected ||= connectionState === 'connected';
    const wasConnected = this.#wasConnected;
    const state = nextLinkState(this.#view.state, { connectionState, supply, wasConnected });
    // A last picture of the link before is better than none.
    const isTheirTurn = !this.#view.stream || state === 'connected';
    const streams =
      !this.#hasStreams && isTheirTurn && this.#slots && this.#pc.currentRemoteDescription
        ? remoteStreams(this.#slots)
        : null;
    this.#hasStreams ||= streams !== null;
    if (state === this.#view.state && !streams) return;
    if (state === 'failed' && this.#view.state !== 'failed') {
      this.#options.failed(new RendevError('connection-failed', { retryable: true }));
    }
    const hasConnected = state === 'connected' && this.#view.state !== 'connected';
    this.#view = { ...this.#view, ...streams, ...(hasConnected && this.#traffic?.view), state };
    if (hasConnected) this.#traffic?.connected();
    this.#options.changed();
  }
}

function withDtx(description: Description): Description {
  return { ...description, sdp: askForDtx(description.sdp) };
}

function inherited(view: LinkView): LinkView {
  const state = view.state === 'connected' ? 'reconnecting' : view.state;
  return { ...view, state, incoming: null, outgoing: null, weakness: null };
}
