import type {
  ClientEventName,
  ClientPayload,
  ClientResult,
  Goodbye,
  InterviewPublic,
  JoinRequest,
  MediaState,
  Participant,
  RoomSnapshot,
} from '@rendev/interview-protocol';
import { REACTIONS } from '@rendev/interview-protocol/reactions';
import { CallReport } from './call-report.ts';
import { receiveChatEvent } from './chat/chat-events.ts';
import { ChatRoom } from './chat/chat-room.ts';
import { NO_CHAT } from './chat/no-chat.ts';
import type { Clock } from './clock.ts';
import { endReason } from './end-reason.ts';
import type { LinkStatistics } from './link-statistics.ts';
import { MediaReport } from './media/media-report.ts';
import { OwnSeat } from './own-seat.ts';
import type { OutgoingTracks } from './peer/media-slots.ts';
import type { PeerMesh } from './peer/peer-mesh.ts';
export { warmUp } from './peer/warm-up.ts';
import { RendevError } from './rendev-error.ts';
import { openMesh } from './room-mesh.ts';
import type { RoomOptions, RoomPort } from './room-port.ts';
import { Roster } from './roster.ts';
import type { Fault } from './session.ts';
import type { Chat, EndReason, RemoteParticipant } from './session-snapshot.ts';
import { ReconnectingChannel } from './signaling/reconnecting-channel.ts';
import type { ServerEvent } from './signaling/signaling-channel.ts';

const GOODBYE_MS = 1_000;
/** Offers that ride in the join save a round trip; making them takes some ten ms. */
const OFFERS_WAIT_MS = 250;

/** One stay in the room: the connection, the people, their links and the chat. */
export class Room {
  readonly #port: RoomPort;
  readonly #clock: Clock;
  readonly #channel: ReconnectingChannel;
  readonly #mesh: PeerMesh;
  readonly #roster = new Roster();
  readonly #mediaReport: MediaReport;
  readonly #callReport: CallReport;
  readonly #seat: OwnSeat;
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
    this.#seat = new OwnSeat(options.credentials);
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
    this.#mesh = openMesh(
      this.#channel,
      options,
      {
        changed: () => {
          this.#peopleChanged();
        },
        failed: (error) => {
          port.failed(error);
        },
      },
      this.#ended.signal,
    );
    this.#mediaReport = new MediaReport(
      options.media,
      (media) => this.request('participant:media', media),
      (media) => {
        if (this.#self) this.#self = { ...this.#self, media };
        port.changed();
      },
    );
    this.#callReport = new CallReport(
      {
        others: () => this.participants,
        relayed: () => this.statistics().some(({ path }) => path?.kind === 'relayed'),
        live: () => this.#channel.live && this.#self?.admitted === true,
        send: (report) => this.request('participant:report', report),
      },
      options.clock,
      this.#ended.signal,
    );
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
    this.#mediaReport.update(state);
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
    this.#callReport.flush();
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
    const { goodbye } = this.#seat;
    this.#callReport.flush();
    if (this.#channel.live) this.#port.lost();
    this.#forgetLinks();
    this.#channel.pause();
    return goodbye;
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
    this.#seat.renewEpoch();
    this.#mesh.close();
    this.#peopleChanged();
  }

  async #join(): Promise<JoinRequest> {
    await Promise.race([
      this.#mesh.offersMade(),
      new Promise<void>((resolve) => this.#clock.after(OFFERS_WAIT_MS, resolve)),
    ]);
    this.#joiningWith = this.#mediaReport.latest;
    return this.#seat.join({
      since: this.#chat?.lastSeq ?? 0,
      media: this.#joiningWith,
      offers: this.#mesh.takeOffers(),
    });
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
        this.#peopleChanged();
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
      case 'chat:typing':
      case 'chat:delivered':
      case 'chat:read':
        if (this.#chat) receiveChatEvent(this.#chat, event);
        break;
      case 'interview:updated':
        this.#interview = event.payload.interview;
        this.#port.changed();
        break;
      case 'interview:ended':
        this.#callReport.flush();
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
    this.#seat.taken(snapshot.resumeToken);
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
    this.#mediaReport.joinedWith(this.#joiningWith);
    this.#peopleChanged();
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
    this.#peopleChanged();
  }

  /** The people inside, or the links to them. */
  #peopleChanged(): void {
    // Before the first snapshot nobody is known; after the goodbye nothing counts.
    if (this.#self && !this.#over) this.#callReport.look();
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
