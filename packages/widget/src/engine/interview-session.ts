import type {
  ChatMessage,
  ClientEventName,
  ClientPayload,
  Reaction,
} from '@rendev/interview-protocol';
import { LIMITS } from '@rendev/interview-protocol/limits';
import { NO_CHAT } from './chat/no-chat.ts';
import type { ChatRoom } from './chat/chat-room.ts';
import { preloadCall } from './call-loader.ts';
import { systemClock, type Clock } from './clock.ts';
import { ConnectionCheck } from './connection/connection-check.ts';
import { Emitter } from './emitter.ts';
import type { AskEntry } from './entry/entry-client.ts';
import { doorOf, EntryFlow } from './entry/entry-flow.ts';
import type { LinkStatistics } from './link-statistics.ts';
import { LocalMediaSource } from './media/local-media.ts';
import { permitTogether } from './media/permit-together.ts';
import { watchPageLife } from './page-life.ts';
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

/** What reaches outside of the page. Replaced in tests. */
export interface SessionParts {
  readonly ask: AskEntry;
  readonly connect: Connect;
  readonly clock: Clock;
}

/** The session of one person. See `Session` for what each method promises. */
export class InterviewSession implements Session {
  readonly #server: string;
  readonly #parts: Partial<SessionParts>;
  readonly #store: SnapshotStore;
  readonly #media: LocalMediaSource;
  readonly #entryFlow: EntryFlow;
  readonly #visit: RoomVisit;
  readonly #connectionCheck: ConnectionCheck;
  readonly #levels: VoiceLevels;
  readonly #mediaInLobby: boolean;
  readonly #failures = new Emitter<[SessionFailure]>();
  readonly #muteRequests = new Emitter<[by: string]>();
  readonly #reactions = new Emitter<[participantId: string, reaction: Reaction]>();
  /** Ends when the present way in is given up: by another entry, by leaving, by disposal. */
  #attempt = new AbortController();
  #entry: Entry | null = null;
  #disposed = false;

  constructor(options: SessionOptions, parts: Partial<SessionParts> = {}) {
    this.#server = options.server;
    this.#parts = parts;
    this.#mediaInLobby = options.mediaInLobby ?? true;
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
    this.#connectionCheck = new ConnectionCheck(this.#store);
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
    this.#entryFlow = new EntryFlow(doorOf(options.server, clock, parts.ask), clock, {
      step: (state) => {
        this.#store.step(state);
        if (state.name === 'lobby') this.#lobbyOpened();
        if (state.name === 'refused') this.#media.stop();
      },
      learned: (facts) => {
        this.#store.update(facts);
      },
      atDoor: () => ['countdown', 'lobby'].includes(this.snapshot.state.name),
      resume: (sitter, entry, signal) => this.#visit.resumeOf(sitter, entry, signal),
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
    const { state } = this.snapshot;
    this.#require(!isInRoom(state) && state.name !== 'joining');
    this.#attempt.abort();
    this.#attempt = new AbortController();
    const { signal } = this.#attempt;
    this.#entry = entry;
    watchPageLife({ hidden: this.#pageHidden, shown: this.#pageShown }, signal);
    this.#connectionCheck.reset();
    this.#store.step({ name: 'checking' });
    if (!(await this.#visit.resume(entry, signal))) {
      await this.#entryFlow.check(entry, signal);
    }
  }

  async reset(): Promise<void> {
    await this.leave();
    this.#store.step({ name: 'idle' });
    this.#store.update({ interview: null, chat: NO_CHAT });
  }

  setName(name: string): void {
    const { state } = this.snapshot;
    if (state.name !== 'lobby' || state.nameFixed) return;
    const personName = name.trim().slice(0, LIMITS.nameLength) || null;
    this.#store.step({ ...state, personName });
  }

  async testConnection(): Promise<ConnectionTest> {
    const { response } = this.#entryFlow;
    this.#require(this.snapshot.state.name === 'lobby' && response !== null);
    return this.#connectionCheck.run(response.iceServers, this.#attempt.signal);
  }

  async join(): Promise<void> {
    const { state } = this.snapshot;
    const entry = this.#entry;
    const { signal } = this.#attempt;
    this.#require(state.name === 'lobby' && entry !== null);
    if (state.personName === null) throw new RendevError('name-required');
    const name = state.nameFixed ? {} : { name: state.personName };
    const join = () => {
      const { ticket, expected } = this.#entryFlow;
      return this.#visit.take(entry, { ticket, ...name }, signal, expected);
    };
    this.#connectionCheck.stop();
    if (!this.#capturesByItself && !this.#isObserver) void this.#media.start();
    this.#store.step({ name: 'joining' });
    try {
      await join().catch(async (error: unknown) => {
        // The lobby may last longer than a ticket; a code gets a new one.
        const isExpired = (error as RendevError).code === 'ticket-expired';
        if (!isExpired || !('code' in entry)) throw error;
        await this.#entryFlow.renew(entry, signal);
        await join();
      });
    } catch (error) {
      if (!signal.aborted) this.#store.step({ ...state, error: error as RendevError });
      throw error;
    }
  }

  async leave(): Promise<void> {
    const { state } = this.snapshot;
    this.#attempt.abort();
    if (isInRoom(state) || state.name === 'joining') {
      await this.#visit.leave();
    } else if (state.name !== 'ended') {
      this.#media.stop();
      this.#store.step({ name: 'idle' });
    }
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
    const { signal } = this.#attempt;
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
    if (on && this.#isObserver) throw new RendevError('forbidden');
  }

  get #isObserver(): boolean {
    return (this.snapshot.self ?? this.#entryFlow.response)?.role === 'observer';
  }

  /** Nothing may stay open: it would keep the page from the browser's cache. */
  readonly #pageHidden = (): void => {
    this.#connectionCheck.stop();
    this.#visit.suspend();
    this.#media.stop();
  };

  readonly #pageShown = (): void => {
    const { state } = this.snapshot;
    const isHere = isInRoom(state) || state.name === 'joining' || state.name === 'lobby';
    if (isHere && this.#capturesByItself && !this.#isObserver) void this.#media.start();
    this.#visit.comeBack();
  };

  #lobbyOpened(): void {
    if (this.#isObserver) this.#media.stop();
    else if (this.#capturesByItself) void this.#media.start();
    const isOpen = () => this.snapshot.state.name === 'lobby';
    void preloadCall(this.#server, this.#parts.connect, isOpen, this.#attempt.signal);
  }

  /** Once the person has been asked, there is nothing to explain any more. */
  get #capturesByItself(): boolean {
    return this.#mediaInLobby || this.#media.wasStarted;
  }
}
