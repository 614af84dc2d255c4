import type {
  ClientEventName,
  ClientPayload,
  ClientResult,
  Goodbye,
  IceServer,
  InterviewPublic,
  JoinRequest,
  MediaState,
  Participant,
  Reaction,
  RoomSnapshot,
} from '@rendev/interview-protocol';
import { REACTIONS } from '@rendev/interview-protocol/reactions';
import { PROTOCOL_VERSION } from '@rendev/interview-protocol/version';
import { ChatRoom } from './chat/chat-room.ts';
import { NO_CHAT } from './chat/no-chat.ts';
import type { Clock } from './clock.ts';
import type { LinkStatistics } from './link-statistics.ts';
import { MediaReport } from './media/media-report.ts';
import type { OutgoingTracks } from './peer/media-slots.ts';
import { onNetworkChange } from './network-change.ts';
import { onPageVisible } from './page-life.ts';
import { PeerMesh, type MeshSettings } from './peer/peer-mesh.ts';
export { warmUp } from './peer/warm-up.ts';
import { randomId } from './random-id.ts';
import { RendevError } from './rendev-error.ts';
import { Roster } from './roster.ts';
import type { Fault } from './session.ts';
import type { Chat, EndReason, RemoteParticipant } from './session-snapshot.ts';
import { ReconnectingChannel } from './signaling/reconnecting-channel.ts';
import type { Connect, ServerEvent } from './signaling/signaling-channel.ts';

/** What takes a seat: a ticket, or the token of a seat that was taken before. */
export type Credentials =
  { readonly ticket: string; readonly name?: string } | { readonly resumeToken: string };

export interface RoomPort {
  /** `view` or `chat` is another one than before. */
  changed(): void;
  /** The seat is confirmed, at first and after each reconnect. */
  seated(snapshot: RoomSnapshot): void;
  /** The connection is lost; the room comes back by itself. */
  lost(): void;
  /** The room is closed and does not come back. */
  ended(reason: EndReason, word: string | null): void;
  failed(error: RendevError): void;
  muteAsked(by: string): void;
  reacted(from: string, reaction: Reaction): void;
}

export interface RoomOptions {
  readonly connect: Connect;
  readonly clock: Clock;
  readonly credentials: Credentials;
  readonly media: MediaState;
  readonly tracks: OutgoingTracks;
  readonly lowData: boolean;
  /** Who seems to be inside, as the lobby knew; their offers ride in the join. */
  readonly expected?: { readonly count: number; readonly settings: MeshSettings };
}

const GOODBYE_MS = 1_000;
/** Longer than a round trip; a link that is to be mended does not wait longer than that. */
const ICE_REFRESH_MS = 2_500;
/** Offers that ride in the join save a round trip; making them takes some ten ms. */
const OFFERS_WAIT_MS = 250;

const END_REASONS: readonly string[] = [
  'ended',
  'expired',
  'canceled',
  'removed',
  'rejected',
  'duplicate-session',
] satisfies EndReason[];

/** One stay in the room: the connection, the people, their links and the chat. */
export class Room {
  readonly #port: RoomPort;
  readonly #clock: Clock;
  readonly #channel: ReconnectingChannel;
  readonly #mesh: PeerMesh;
  readonly #roster = new Roster();
  readonly #report: MediaReport;
  /** Names this set of links: peers keep theirs while it stays and build new ones when it changes. */
  #epoch = randomId();
  #credentials: Credentials;
  #joiningWith: MediaState;
  #self: Participant | null = null;
  #interview: InterviewPublic | null = null;
  #chat: ChatRoom | null = null;
  readonly #ended = new AbortController();
  /** Left or closed: the goodbye may still be on its way, and no news counts any more. */
  #over = false;
  #opening: { resolve(): void; reject(error: RendevError): void } | null = null;

  constructor(options: RoomOptions, port: RoomPort) {
    this.#port = port;
    this.#clock = options.clock;
    this.#credentials = options.credentials;
    this.#joiningWith = options.media;
    this.#channel = new ReconnectingChannel(
      options.connect,
      {
        join: () => this.#join(),
        receive: (event) => {
          if (!this.#over) this.#receive(event);
        },
        lost: () => {
          if (!this.#over) port.lost();
        },
        refused: (error) => {
          this.#refused(error);
        },
      },
      options.clock,
    );
    this.#mesh = new PeerMesh({
      send: (signal) => {
        // What is not delivered is taken up by the next roster change or reconnect.
        this.request('signal:send', signal).catch((error: unknown) => {
          if ((error as RendevError).code === 'description-invalid') {
            port.failed(new RendevError('negotiation-failed', { cause: error }));
          }
        });
      },
      refreshIceServers: () => this.#refreshIceServers(),
      live: () => this.#channel.live,
      changed: () => {
        port.changed();
      },
      failed: (error) => {
        port.failed(error);
      },
    });
    this.#mesh.setTracks(options.tracks);
    this.#mesh.setLowData(options.lowData);
    const { expected } = options;
    if (expected) this.#mesh.prepare(expected.count, expected.settings);
    this.#report = new MediaReport(
      options.media,
      (media) => this.request('participant:media', media),
      (media) => {
        if (this.#self) this.#self = { ...this.#self, media };
        port.changed();
      },
    );
    const { signal } = this.#ended;
    onNetworkChange(() => {
      // Also where nobody is linked: shows whether the websocket has survived the change.
      this.#refreshIceServers().catch(() => undefined);
      this.#mesh.networkChanged();
    }, signal);
    onPageVisible(() => {
      this.#mesh.hurry();
    }, signal);
  }

  get self(): Participant | null {
    return this.#self;
  }

  get interview(): InterviewPublic | null {
    return this.#interview;
  }

  get participants(): readonly RemoteParticipant[] {
    return this.#roster.remotes((id) => this.#mesh.view(id));
  }

  get chatView(): Chat {
    return this.#chat?.view ?? NO_CHAT;
  }

  /** `null` until the first snapshot. */
  get chat(): ChatRoom | null {
    return this.#chat;
  }

  /** Resolves when the seat is taken. Rejects with the refusal, and `aborted` after `close`. */
  async open(): Promise<void> {
    const opened = new Promise<void>((resolve, reject) => {
      this.#opening = { resolve, reject };
    });
    this.#channel.open();
    await opened;
  }

  request<E extends ClientEventName>(
    event: E,
    payload: ClientPayload<E>,
  ): Promise<ClientResult<E>> {
    return this.#channel.request(event, payload);
  }

  setMedia(tracks: OutgoingTracks, state: MediaState): void {
    this.#mesh.setTracks(tracks);
    this.#report.update(state);
  }

  /** Sends and asks for small pictures. */
  setLowData(on: boolean): void {
    this.#mesh.setLowData(on);
  }

  statistics(): LinkStatistics[] {
    return this.#mesh.statistics();
  }

  /** Stops at once, and resolves when the server knows or after 1 s. */
  async leave(): Promise<void> {
    this.#over = true;
    this.#mesh.close();
    this.#chat?.close();
    await this.#channel.request('participant:leave', {}, GOODBYE_MS).catch(() => undefined); // the server notices by itself, later
    this.close();
  }

  /** See `Session.simulate`. */
  simulate(fault: Fault): void {
    if (fault === 'path-drop') this.#mesh.renew();
    if (fault === 'full-reconnect') this.#forgetLinks();
    if (fault === 'server-restart') this.#channel.breakOff('unavailable');
    else if (fault !== 'path-drop') this.#channel.breakOff('server-unreachable');
  }

  /**
   * The page goes, and may come back: connection and links end, the seat stays.
   *
   * @returns the goodbye to say; `null` without a seat
   */
  suspend(): Goodbye | null {
    const epoch = this.#epoch;
    if (this.#channel.live) this.#port.lost();
    this.#forgetLinks();
    this.#channel.pause();
    return 'resumeToken' in this.#credentials
      ? { epoch, resumeToken: this.#credentials.resumeToken }
      : null;
  }

  /** After `suspend`: comes back as the page after a reload would. */
  resume(): void {
    this.#channel.open();
  }

  close(): void {
    this.#over = true;
    this.#ended.abort();
    this.#channel.close();
    this.#mesh.close();
    this.#chat?.close();
    this.#opening?.reject(new RendevError('aborted'));
    this.#opening = null;
  }

  /** Under another epoch, so that the others make new ones, too. */
  #forgetLinks(): void {
    this.#epoch = randomId();
    this.#mesh.close();
    this.#port.changed();
  }

  async #refreshIceServers(): Promise<readonly IceServer[]> {
    const { iceServers } = await this.#channel.probe('ice:refresh', {}, ICE_REFRESH_MS);
    return iceServers;
  }

  async #join(): Promise<JoinRequest> {
    await Promise.race([
      this.#mesh.offersMade(),
      new Promise<void>((resolve) => this.#clock.after(OFFERS_WAIT_MS, resolve)),
    ]);
    this.#joiningWith = this.#report.latest;
    const offers = this.#mesh.takeOffers();
    return {
      ...this.#credentials,
      protocol: PROTOCOL_VERSION,
      epoch: this.#epoch,
      since: this.#chat?.lastSeq ?? 0,
      media: this.#joiningWith,
      ...(offers.length > 0 && { offers }),
    };
  }

  #receive(event: ServerEvent): void {
    switch (event.name) {
      case 'room:snapshot':
        this.#enter(event.payload);
        break;
      case 'participant:joined':
      case 'participant:updated':
        this.#update(event.payload.participant);
        break;
      case 'participant:left':
        this.#roster.delete(event.payload.id);
        this.#mesh.remove(event.payload.id);
        this.#chat?.typing(event.payload.id, false);
        this.#port.changed();
        break;
      case 'participant:mute-asked': {
        const { by } = event.payload;
        this.#port.muteAsked(this.#roster.get(by)?.name ?? by);
        break;
      }
      case 'signal':
        this.#mesh.receive(event.payload);
        break;
      case 'participant:reaction': {
        const { from, reaction } = event.payload;
        if (REACTIONS.includes(reaction)) this.#port.reacted(from, reaction);
        break;
      }
      case 'chat:message':
        this.#chat?.received(event.payload.message);
        break;
      case 'chat:typing':
        this.#chat?.typing(event.payload.from, event.payload.typing);
        break;
      case 'chat:delivered':
        this.#chat?.deliveredTo(event.payload);
        break;
      case 'chat:read':
        this.#chat?.readBy(event.payload);
        break;
      case 'interview:updated':
        this.#interview = event.payload.interview;
        this.#port.changed();
        break;
      case 'interview:ended':
        this.#end(event.payload.reason);
        break;
      case 'session:closed':
        this.#end(endReason(event.payload.code), event.payload.word);
        break;
      default:
      // A later server may say more than this page understands.
    }
  }

  #enter(snapshot: RoomSnapshot): void {
    const { self, interview, iceServers, offered } = snapshot;
    const settings = { iceServers, relayOnly: interview.relayOnly };
    const participants = self.admitted ? snapshot.participants : [];
    this.#credentials = { resumeToken: snapshot.resumeToken };
    this.#self = self;
    this.#interview = interview;
    this.#roster.reset(participants);
    this.#mesh.sync(self.id, settings, participants, offered);
    this.#chat ??= new ChatRoom(interview.id, self.id, {
      request: (event, payload) => this.request(event, payload),
      changed: () => {
        this.#port.changed();
      },
    });
    if (self.admitted) this.#chat.connected(snapshot);
    this.#report.joinedWith(this.#joiningWith);
    this.#port.changed();
    this.#port.seated(snapshot);
    this.#opening?.resolve();
    this.#opening = null;
  }

  #update(participant: Participant): void {
    if (participant.id === this.#self?.id) {
      this.#self = participant;
    } else {
      this.#roster.set(participant);
      this.#mesh.upsert(participant);
    }
    this.#port.changed();
  }

  #refused(error: RendevError): void {
    if (this.#opening) {
      this.#opening.reject(error);
      this.#opening = null;
      this.close();
    } else if (!this.#over) {
      this.#end(endReason(error.code));
    }
  }

  #end(reason: EndReason, word: string | null = null): void {
    this.close();
    this.#port.ended(reason, word);
  }
}

function endReason(code: string): EndReason {
  return END_REASONS.includes(code) ? (code as EndReason) : 'network-lost';
}
