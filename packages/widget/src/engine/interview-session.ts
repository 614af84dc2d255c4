import type {
  ChatMessage,
  ClientEventName,
  ClientPayload,
  Reaction,
} from '@rendev/interview-protocol';
import { NO_CHAT } from './chat/no-chat.ts';
import type { ChatRoom } from './chat/chat-room.ts';
import { systemClock, type Clock } from './clock.ts';
import { Emitter } from './emitter.ts';
import type { AskEntry } from './entry/entry-client.ts';
import type { LinkStatistics } from './link-statistics.ts';
import { LocalMediaSource } from './media/local-media.ts';
import { permitTogether } from './media/permit-together.ts';
import { RendevError } from './rendev-error.ts';
import { RoomVisit } from './room-visit.ts';
import type {
  CodeEntry,
  Entry,
  Fault,
  Listening,
  Session,
  SessionFailure,
  SessionOptions,
} from './session.ts';
import type { ConnectionTest, SessionSnapshot } from './session-snapshot.ts';
import { isInRoom } from './session-state.ts';
import type { Connect } from './signaling/signaling-channel.ts';
import { initialSnapshot, SnapshotStore, type SnapshotListener } from './snapshot-store.ts';
import { VoiceLevels } from './voice-levels.ts';
import { WayIn } from './way-in.ts';

/** What reaches outside of the page. Replaced in tests. */
export interface SessionParts {
  readonly ask: AskEntry;
  readonly connect: Connect;
  readonly clock: Clock;
}

/** The session of one person. See `Session` for what each method promises. */
export class InterviewSession implements Session {
  readonly #store: SnapshotStore;
  readonly #media: LocalMediaSource;
  readonly #visit: RoomVisit;
  readonly #wayIn: WayIn;
  readonly #levels: VoiceLevels;
  readonly #failures = new Emitter<[SessionFailure]>();
  readonly #muteRequests = new Emitter<[by: string]>();
  readonly #reactions = new Emitter<[participantId: string, reaction: Reaction]>();
  #disposed = false;

  constructor(options: SessionOptions, parts: Partial<SessionParts> = {}) {
    const { clock = systemClock } = parts;
    const failed = ({ code, retryable }: RendevError) => {
      this.#failures.emit({ code, retryable });
    };
    this.#media = new LocalMediaSource(
      { microphone: options.microphone ?? true, camera: options.camera ?? true },
      {
        changed: () => {
          this.#store.update({ media: this.#media.view });
          this.#visit.mediaChanged();
        },
        failed,
      },
      clock,
    );
    this.#store = new SnapshotStore(initialSnapshot(this.#media.view));
    this.#levels = new VoiceLevels(this.#media, this.#store);
    this.#visit = new RoomVisit({
      server: options.server,
      connect: parts.connect,
      clock,
      store: this.#store,
      media: this.#media,
      failed,
      muteAsked: (by) => {
        this.#muteRequests.emit(by);
      },
      reacted: (from, reaction) => {
        this.#reactions.emit(from, reaction);
      },
    });
    this.#wayIn = new WayIn({
      ...parts,
      server: options.server,
      clock,
      store: this.#store,
      media: this.#media,
      visit: this.#visit,
      mediaInLobby: options.mediaInLobby ?? true,
    });
  }

  get snapshot(): SessionSnapshot {
    return this.#store.current;
  }

  subscribe(listener: SnapshotListener, { signal }: Listening = {}): void {
    this.#store.subscribe(listener, signal);
  }

  onFailure(listener: (failure: SessionFailure) => void, { signal }: Listening = {}): void {
    this.#failures.on(listener, signal);
  }

  onMuteAsked(listener: (by: string) => void, { signal }: Listening = {}): void {
    this.#muteRequests.on(listener, signal);
  }

  onReaction(
    listener: (participantId: string, reaction: Reaction) => void,
    { signal }: Listening = {},
  ): void {
    this.#reactions.on(listener, signal);
  }

  get keptEntry(): CodeEntry | null {
    return this.#visit.keptEntry;
  }

  async enter(entry: Entry): Promise<void> {
    this.#require(true);
    await this.#wayIn.enter(entry);
  }

  async reset(): Promise<void> {
    await this.leave();
    this.#store.step({ name: 'idle' });
    this.#store.update({ interview: null, chat: NO_CHAT });
  }

  setName(name: string): void {
    this.#wayIn.setName(name);
  }

  async testConnection(): Promise<ConnectionTest> {
    this.#require(true);
    return this.#wayIn.testConnection();
  }

  async join(): Promise<void> {
    this.#require(true);
    await this.#wayIn.join();
  }

  leave(): Promise<void> {
    return this.#wayIn.leave();
  }

  dispose(): void {
    if (this.#disposed) return;
    void this.leave();
    this.#disposed = true;
    this.#media.dispose();
    this.#levels.close();
  }

  async startMedia(): Promise<void> {
    this.#requireMay(true);
    const { signal } = this.#wayIn;
    const { microphone, camera } = this.#media.wishes;
    if (microphone && camera) await permitTogether();
    if (!signal.aborted && !this.#disposed) await this.#media.start();
  }

  stopMedia(): void {
    this.#media.stop();
  }

  async setMicrophoneEnabled(on: boolean): Promise<void> {
    this.#requireMay(on);
    await this.#media.setMicrophone(on);
  }

  async setCameraEnabled(on: boolean): Promise<void> {
    this.#requireMay(on);
    await this.#media.setCamera(on);
  }

  async setScreenShareEnabled(on: boolean): Promise<void> {
    this.#requireMay(on);
    this.#require(!on || isInRoom(this.snapshot.state));
    await this.#media.setScreen(on);
  }

  async selectMicrophone(deviceId: string): Promise<void> {
    this.#require(true);
    await this.#media.selectMicrophone(deviceId);
  }

  async selectCamera(deviceId: string): Promise<void> {
    this.#require(true);
    await this.#media.selectCamera(deviceId);
  }

  selectSpeaker(deviceId: string): void {
    this.#media.selectSpeaker(deviceId);
  }

  async useOfferedDevice(): Promise<void> {
    await this.#media.useOfferedDevice();
  }

  dismissOfferedDevice(): void {
    this.#media.dismissOfferedDevice();
  }

  setLowData(on: boolean): void {
    this.#media.setLowData(on);
  }

  simulate(fault: Fault): void {
    const { room } = this.#visit;
    this.#require(room !== null);
    room.simulate(fault);
  }

  statistics(): readonly LinkStatistics[] {
    return this.#visit.room?.statistics() ?? [];
  }

  audioLevel(participantId: 'self' | (string & {})): number {
    return this.#levels.of(participantId);
  }

  async sendMessage(text: string): Promise<ChatMessage> {
    return this.#chat.send(text);
  }

  async retryMessage(id: string): Promise<ChatMessage> {
    return this.#chat.retry(id);
  }

  discardMessage(id: string): void {
    this.#visit.room?.chat?.discard(id);
  }

  setTyping(typing: boolean): void {
    this.#visit.room?.chat?.setTyping(typing);
  }

  markRead(seq: number): void {
    this.#visit.room?.chat?.markRead(seq);
  }

  setHandRaised(raised: boolean): Promise<void> {
    return this.#command('participant:hand', { raised });
  }

  async react(reaction: Reaction): Promise<void> {
    await this.#command('participant:react', { reaction });
    this.#reactions.emit('self', reaction);
  }

  admit(id: string): Promise<void> {
    return this.#command('participant:admit', { id });
  }

  reject(id: string, word?: string): Promise<void> {
    return this.#command('participant:reject', { id, ...(word && { word }) });
  }

  remove(id: string, word?: string): Promise<void> {
    return this.#command('participant:remove', { id, ...(word && { word }) });
  }

  sendToLobby(id: string): Promise<void> {
    return this.#command('participant:lobby', { id });
  }

  askToMute(id: string): Promise<void> {
    return this.#command('participant:mute', { id });
  }

  extend(minutes: number): Promise<void> {
    return this.#command('interview:extend', { minutes });
  }

  async endForAll(): Promise<void> {
    // The end itself may come before the acknowledgement, and closes the connection.
    await this.#command('interview:end', {}).catch((error: unknown) => {
      if (this.snapshot.state.name !== 'ended') throw error;
    });
  }

  get #chat(): ChatRoom {
    const chat = this.#visit.room?.chat;
    this.#require(chat != null);
    return chat;
  }

  async #command<E extends ClientEventName>(event: E, payload: ClientPayload<E>): Promise<void> {
    const room = this.#visit.room;
    this.#require(room !== null);
    await room.request(event, payload);
  }

  #require(condition: boolean): asserts condition {
    if (this.#disposed) throw new RendevError('aborted');
    if (!condition) throw new RendevError('invalid-state');
  }

  /** Observers see and hear; after the end nothing is captured any more. */
  #requireMay(on: boolean): void {
    this.#require(!on || this.snapshot.state.name !== 'ended');
    if (on && this.#wayIn.isObserver) throw new RendevError('forbidden');
  }
}
