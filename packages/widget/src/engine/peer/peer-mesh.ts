import type { IceServer, Participant, Signal, SignalSend } from '@rendev/interview-protocol';
import type { RendevError } from '../rendev-error.ts';
import { NO_TRACKS, type OutgoingTracks } from './media-slots.ts';
import { PeerLink, type LinkView } from './peer-link.ts';

export interface MeshPort {
  /** To one participant. What becomes of it is not the mesh's affair: see `PeerLink.resync`. */
  send(signal: SignalSend): void;
  /** Servers with fresh credentials. Rejects when there are none to be had now. */
  refreshIceServers(): Promise<readonly IceServer[]>;
  changed(): void;
  failed(error: RendevError): void;
}

export interface MeshSettings {
  readonly iceServers: readonly IceServer[];
  readonly relayOnly: boolean;
}

interface Peer {
  readonly epoch: string;
  readonly connected: boolean;
  readonly link: PeerLink;
}

/** One link to every other admitted participant, kept in step with the roster. */
export class PeerMesh {
  readonly #port: MeshPort;
  readonly #peers = new Map<string, Peer>();
  #selfId = '';
  #configuration: RTCConfiguration = {};
  #refreshing: Promise<RTCConfiguration> | null = null;
  #tracks = NO_TRACKS;

  constructor(port: MeshPort) {
    this.#port = port;
  }

  /** The truth after a connect: offers to everybody who is new, drops who is gone. */
  sync(selfId: string, settings: MeshSettings, participants: readonly Participant[]): void {
    this.#selfId = selfId;
    this.#configuration = {
      iceServers: toMutable(settings.iceServers),
      iceTransportPolicy: settings.relayOnly ? 'relay' : 'all',
    };
    const present = new Set(participants.map(({ id }) => id));
    for (const id of this.#peers.keys()) if (!present.has(id)) this.remove(id);
    for (const { link } of this.#peers.values()) {
      link.setConfiguration(this.#configuration);
    }
    for (const participant of participants) this.#upsert(participant, true);
  }

  /** Somebody came or changed. Who is new offers, so this side waits for it. */
  upsert(participant: Participant): void {
    this.#upsert(participant, false);
  }

  remove(id: string): void {
    this.#peers.get(id)?.link.close();
    this.#peers.delete(id);
  }

  receive(signal: Signal): void {
    const peer = this.#peers.get(signal.from);
    // Another page of the participant: the roster tells of it first, or has told of a newer one.
    if (peer?.epoch !== signal.fromEpoch) return;
    if ('description' in signal && peer.link.mustYieldTo(signal.description)) {
      this.#open(signal.from, signal.fromEpoch, false).receive(signal);
    } else {
      peer.link.receive(signal);
    }
  }

  setTracks(tracks: OutgoingTracks): void {
    this.#tracks = tracks;
    for (const { link } of this.#peers.values()) link.setTracks(tracks);
  }

  view(id: string): LinkView | null {
    return this.#peers.get(id)?.link.view ?? null;
  }

  close(): void {
    for (const id of [...this.#peers.keys()]) this.remove(id);
  }

  #upsert(participant: Participant, snapshot: boolean): void {
    const { id, epoch, admitted } = participant;
    const connected = participant.presence === 'connected';
    const peer = this.#peers.get(id);
    if (!admitted) {
      this.remove(id);
    } else if (peer?.epoch === epoch) {
      // Either side was away, and what was sent to it meanwhile was not delivered.
      if (connected && (snapshot || !peer.connected)) peer.link.resync();
      this.#peers.set(id, { ...peer, connected });
    } else if (connected) {
      this.#open(id, epoch, snapshot);
    } else {
      this.remove(id); // comes back by a snapshot of its own, and offers then
    }
  }

  #open(id: string, epoch: string, initiate: boolean): PeerLink {
    this.remove(id);
    const link = new PeerLink({
      configuration: this.#configuration,
      polite: this.#selfId > id,
      initiate,
      tracks: this.#tracks,
      refresh: () => this.#refresh(),
      send: (signal) => {
        this.#port.send({ to: id, toEpoch: epoch, ...signal } as SignalSend);
      },
      changed: () => {
        this.#port.changed();
      },
      failed: (error) => {
        this.#port.failed(error);
      },
    });
    this.#peers.set(id, { epoch, connected: true, link });
    return link;
  }

  /** Links that ask at the same time are answered by one request. */
  #refresh(): Promise<RTCConfiguration> {
    this.#refreshing ??= this.#askForServers().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #askForServers(): Promise<RTCConfiguration> {
    try {
      const iceServers = toMutable(await this.#port.refreshIceServers());
      this.#configuration = { ...this.#configuration, iceServers };
    } catch {
      // Signaling is away: those at hand may do, and the next try asks again.
    }
    return this.#configuration;
  }
}

function toMutable(servers: readonly IceServer[]): RTCIceServer[] {
  return servers.map((server) => ({ ...server }));
}
