import type {
  IceServer,
  OpenOffer,
  Participant,
  RoomSnapshot,
  Signal,
  SignalSend,
} from '@rendev/interview-protocol';
import { LIMITS } from '@rendev/interview-protocol/limits';
import type { LinkStatistics } from '../link-statistics.ts';
import type { RendevError } from '../rendev-error.ts';
import { NO_TRACKS, type OutgoingTracks } from './media-slots.ts';
import { OpenLink, type Recipient } from './open-link.ts';
import { PeerLink, type LinkView, type PeerLinkOptions } from './peer-link.ts';
import type { SendingWishes } from './sending-policy.ts';

export interface MeshPort {
  /** To one participant. What becomes of it is not the mesh's affair: see `PeerLink.resync`. */
  send(signal: SignalSend): void;
  /** Servers with fresh credentials. Rejects when there are none to be had now. */
  refreshIceServers(): Promise<readonly IceServer[]>;
  /** Whether what is sent now goes out. */
  live(): boolean;
  changed(): void;
  failed(error: RendevError): void;
}

export interface MeshSettings {
  readonly iceServers: readonly IceServer[];
  readonly relayOnly: boolean;
}

interface Peer {
  readonly participant: Participant;
  readonly link: PeerLink;
  /** Names of links to the same page that were given up; what still comes for them is too late. */
  readonly past: ReadonlySet<string>;
}

/** One link to every other admitted participant, kept in step with the roster. */
export class PeerMesh {
  readonly #port: MeshPort;
  readonly #peers = new Map<string, Peer>();
  /** Made for the join, and not given to anybody yet. */
  #openLinks: OpenLink[] = [];
  #selfId = '';
  #configuration: RTCConfiguration = {};
  /** When the credentials came, ms. */
  #refreshedAt = -Infinity;
  #refreshing: Promise<RTCConfiguration> | null = null;
  #tracks = NO_TRACKS;
  #sending: SendingWishes = { links: 0, lowData: false };

  constructor(port: MeshPort) {
    this.#port = port;
  }

  /** Begins the first offers for so many people, before it is known who they are. */
  prepare(count: number, settings: MeshSettings): void {
    this.#configure(settings);
    this.#openLinks = Array.from({ length: count }, () => new OpenLink(this.#linkOptions()));
    this.#share();
  }

  /** Resolves when the offers of `prepare` are made; may never where the browser refuses one. */
  async offersMade(): Promise<void> {
    await Promise.all(this.#openLinks.map(({ made }) => made));
  }

  /** The offers of `prepare`, as far as they are made and fit into the join that carries them. */
  takeOffers(): OpenOffer[] {
    let left: number = LIMITS.joinOffersBytes;
    return this.#openLinks
      .map((open) => open.takeOffer())
      .filter((offer) => offer !== null)
      .filter((offer) => {
        left -= JSON.stringify(offer).length; // descriptions are ASCII
        return left >= 0;
      });
  }

  /**
   * The truth after a connect: offers to everybody who is new, drops who is gone.
   *
   * @param offered who has been given an offer of the join already
   */
  sync(
    selfId: string,
    settings: MeshSettings,
    participants: readonly Participant[],
    offered: RoomSnapshot['offered'] = [],
  ): void {
    this.#selfId = selfId;
    this.#configure(settings);
    const present = new Set(participants.map(({ id }) => id));
    for (const id of this.#peers.keys()) if (!present.has(id)) this.#drop(id);
    for (const { link } of this.#peers.values()) {
      link.setConfiguration(this.#configuration);
    }
    const others = this.#assign(participants, offered);
    for (const participant of others) this.#upsert(participant, true);
    for (const { link } of this.#openLinks.splice(0)) link.close();
    this.#share();
  }

  /** Somebody came or changed. Who is new offers, so this side waits for it. */
  upsert(participant: Participant): void {
    this.#upsert(participant, false);
    this.#share();
  }

  remove(id: string): void {
    this.#drop(id);
    this.#share();
  }

  receive(signal: Signal): void {
    const peer = this.#peers.get(signal.from);
    // Another page of the participant: the roster tells of it first, or has told of a newer one.
    if (peer?.participant.epoch !== signal.fromEpoch || peer.past.has(signal.link)) return;
    if (peer.link.owns(signal)) peer.link.receive(signal);
    else if (peer.link.yieldsTo(signal)) this.#open(peer.participant, false).receive(signal);
  }

  /** This device has come to another network: its addresses are others. */
  networkChanged(): void {
    for (const { link } of this.#peers.values()) link.restart();
  }

  /** The page is looked at again. */
  hurry(): void {
    for (const { link } of this.#peers.values()) link.hurry();
  }

  /** Gives every media path up for a new one. */
  renew(): void {
    for (const { participant } of [...this.#peers.values()]) this.#open(participant, true);
  }

  setTracks(tracks: OutgoingTracks): void {
    this.#tracks = tracks;
    for (const link of this.#links()) link.setTracks(tracks);
  }

  /** Sends and asks for small pictures. */
  setLowData(lowData: boolean): void {
    this.#share(lowData);
  }

  statistics(): LinkStatistics[] {
    return [...this.#peers].flatMap(
      ([
        participantId,
        {
          link: { sample },
        },
      ]) => {
        if (!sample) return [];
        const { path, roundTripMs, availableKbps, incoming, outgoing } = sample;
        return [{ participantId, path, roundTripMs, availableKbps, incoming, outgoing }];
      },
    );
  }

  view(id: string): LinkView | null {
    return this.#peers.get(id)?.link.view ?? null;
  }

  close(): void {
    for (const id of [...this.#peers.keys()]) this.#drop(id);
    for (const { link } of this.#openLinks.splice(0)) link.close();
  }

  #configure({ iceServers, relayOnly }: MeshSettings): void {
    this.#configuration = {
      iceServers: toMutable(iceServers),
      iceTransportPolicy: relayOnly ? 'relay' : 'all',
    };
    this.#refreshedAt = performance.now();
  }

  #links(): PeerLink[] {
    return [...this.#peers.values(), ...this.#openLinks].map(({ link }) => link);
  }

  /** All links share the uplink and the processor, so that each gets less the more there are. */
  #share(lowData = this.#sending.lowData): void {
    const links = this.#links().length;
    if (links === this.#sending.links && lowData === this.#sending.lowData) return;
    this.#sending = { links, lowData };
    for (const link of this.#links()) link.setSending(this.#sending);
  }

  #drop(id: string): void {
    this.#peers.get(id)?.link.close();
    this.#peers.delete(id);
  }

  /**
   * Gives the open links to those whom the server gave their offers, then to who else is new.
   *
   * @returns the participants who got none
   */
  #assign(
    participants: readonly Participant[],
    offered: RoomSnapshot['offered'],
  ): Iterable<Participant> {
    const isNew = ({ id, epoch, admitted, presence }: Participant) =>
      admitted && presence === 'connected' && this.#peers.get(id)?.participant.epoch !== epoch;
    const linkOf = new Map(offered.map(({ to, link }) => [to, link]));
    const given = new Set(linkOf.values());
    const others = new Set(participants);
    for (const participant of participants.filter(isNew)) {
      const { id } = participant;
      const index = this.#openLinks.findIndex(({ link }) =>
        linkOf.has(id) ? link.id === linkOf.get(id) : link.id === null || !given.has(link.id),
      );
      const [open] = index < 0 ? [] : this.#openLinks.splice(index, 1);
      if (!open) continue;
      const link = open.assign(this.#recipient(participant), linkOf.has(id));
      this.#drop(id);
      link.setConfiguration(this.#configuration);
      this.#peers.set(id, { participant, link, past: new Set() });
      others.delete(participant);
    }
    return others;
  }

  #upsert(participant: Participant, snapshot: boolean): void {
    const { id, epoch, admitted } = participant;
    const connected = participant.presence === 'connected';
    const peer = this.#peers.get(id);
    if (!admitted) {
      this.#drop(id);
    } else if (peer?.participant.epoch === epoch) {
      this.#peers.set(id, { ...peer, participant });
      // Either side was away, and what was sent to it meanwhile was not delivered.
      const wasAway = snapshot || peer.participant.presence !== 'connected';
      if (connected && wasAway) peer.link.resync();
      // Its connection may have ended because it is gone altogether.
      if (!connected) peer.link.hurry();
    } else if (connected) {
      this.#open(participant, snapshot);
    } else {
      this.#drop(id); // comes back by a snapshot of its own, and offers then
    }
  }

  #open(participant: Participant, initiate: boolean): PeerLink {
    const { id, epoch } = participant;
    const peer = this.#peers.get(id);
    const before = peer?.participant.epoch === epoch ? peer : null;
    const past = new Set(before?.past);
    if (before?.link.id != null) past.add(before.link.id);
    this.#drop(id);
    const link = new PeerLink({
      ...this.#linkOptions(),
      ...this.#recipient(participant),
      initiate,
      ...(before && { inherits: before.link.view }),
    });
    this.#peers.set(id, { participant, link, past });
    if (before) this.#port.changed();
    return link;
  }

  #linkOptions(): Omit<PeerLinkOptions, keyof Recipient | 'initiate'> {
    return {
      configuration: this.#configuration,
      tracks: this.#tracks,
      sending: this.#sending,
      refresh: (maxAgeMs = 0) => this.#refresh(maxAgeMs),
      changed: () => {
        this.#port.changed();
      },
      failed: (error) => {
        this.#port.failed(error);
      },
    };
  }

  #recipient({ id, epoch }: Participant): Recipient {
    return {
      polite: () => this.#selfId > id,
      peer: () => {
        const participant = this.#peers.get(id)?.participant;
        const isPresent = participant?.presence === 'connected';
        return {
          media: participant?.media ?? null,
          reachable: isPresent && this.#port.live(),
        };
      },
      send: (signal) => {
        this.#port.send({ to: id, toEpoch: epoch, ...signal });
      },
      renew: () => {
        const participant = this.#peers.get(id)?.participant;
        if (participant) this.#open(participant, true);
      },
    };
  }

  /** Links that ask at the same time are answered by one request. */
  #refresh(maxAgeMs: number): Promise<RTCConfiguration> {
    if (performance.now() - this.#refreshedAt < maxAgeMs) {
      return Promise.resolve(this.#configuration);
    }
    this.#refreshing ??= this.#askForServers().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #askForServers(): Promise<RTCConfiguration> {
    try {
      const iceServers = toMutable(await this.#port.refreshIceServers());
      this.#configuration = { ...this.#configuration, iceServers };
      this.#refreshedAt = performance.now();
    } catch {
      // Signaling is away: those at hand may do, and the next try asks again.
    }
    return this.#configuration;
  }
}

function toMutable(servers: readonly IceServer[]): RTCIceServer[] {
  return servers.map((server) => ({ ...server }));
}
