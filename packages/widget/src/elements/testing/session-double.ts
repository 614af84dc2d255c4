import type { ChatMessage, Reaction } from '@rendev/interview-protocol';
import type { LinkStatistics } from '../../engine/link-statistics.ts';
import type {
  CodeEntry,
  Entry,
  Fault,
  Listening,
  Session,
  SessionFailure,
} from '../../engine/session.ts';
import type {
  ConnectionTest,
  SessionSnapshot,
  SessionState,
} from '../../engine/session-snapshot.ts';
import { emptySnapshot } from './snapshots.ts';

/** A session whose snapshot a test sets; it notes the intents that it is given. */
export class SessionDouble implements Session {
  /** Intents in order, such as `['sendMessage', 'hello']`. */
  readonly intents: (readonly [name: string, ...args: unknown[]])[] = [];
  disposed = false;
  /** When set, every intent that answers a promise rejects with it. */
  refusal: Error | null = null;
  level = 0;
  keptEntry: CodeEntry | null = null;
  /** What `statistics` answers. */
  measured: readonly LinkStatistics[] = [];
  #snapshot: SessionSnapshot;
  readonly #listeners = new Set<(now: SessionSnapshot, before: SessionSnapshot) => void>();
  readonly #failures = new Set<(failure: SessionFailure) => void>();
  readonly #muteAsked = new Set<(by: string) => void>();
  readonly #reactions = new Set<(id: string, reaction: Reaction) => void>();

  constructor(snapshot: SessionSnapshot = emptySnapshot()) {
    this.#snapshot = snapshot;
  }

  get snapshot(): SessionSnapshot {
    return this.#snapshot;
  }

  set(change: Partial<SessionSnapshot>): void {
    const before = this.#snapshot;
    this.#snapshot = { ...before, ...change };
    for (const listener of [...this.#listeners]) listener(this.#snapshot, before);
  }

  setState(state: SessionState): void {
    this.set({ state });
  }

  fail(failure: SessionFailure): void {
    for (const listener of [...this.#failures]) listener(failure);
  }

  askToMuteFrom(name: string): void {
    for (const listener of [...this.#muteAsked]) listener(name);
  }

  /** As from the room; `self` for the own one. */
  reactFrom(id: string, reaction: Reaction): void {
    for (const listener of [...this.#reactions]) listener(id, reaction);
  }

  /** Arguments of the last intent of that name. */
  last(name: string): unknown[] | undefined {
    return this.intents.findLast((intent) => intent[0] === name)?.slice(1);
  }

  subscribe(
    listener: (now: SessionSnapshot, before: SessionSnapshot) => void,
    { signal }: Listening = {},
  ): void {
    keep(this.#listeners, listener, signal);
  }
  onFailure(listener: (failure: SessionFailure) => void, { signal }: Listening = {}): void {
    keep(this.#failures, listener, signal);
  }
  onMuteAsked(listener: (by: string) => void, { signal }: Listening = {}): void {
    keep(this.#muteAsked, listener, signal);
  }
  onReaction(listener: (id: string, reaction: Reaction) => void, { signal }: Listening = {}): void {
    keep(this.#reactions, listener, signal);
  }

  enter(entry: Entry): Promise<void> {
    return this.#note('enter', entry);
  }
  reset(): Promise<void> {
    return this.#note('reset');
  }
  setName(name: string): void {
    void this.#note('setName', name);
  }
  async testConnection(): Promise<ConnectionTest> {
    await this.#note('testConnection');
    return this.#snapshot.connectionTest;
  }
  join(): Promise<void> {
    return this.#note('join');
  }
  leave(): Promise<void> {
    return this.#note('leave');
  }
  dispose(): void {
    this.disposed = true;
  }
  startMedia(): Promise<void> {
    return this.#note('startMedia');
  }
  stopMedia(): void {
    void this.#note('stopMedia');
  }
  setMicrophoneEnabled(on: boolean): Promise<void> {
    return this.#note('setMicrophoneEnabled', on);
  }
  setCameraEnabled(on: boolean): Promise<void> {
    return this.#note('setCameraEnabled', on);
  }
  setScreenShareEnabled(on: boolean): Promise<void> {
    return this.#note('setScreenShareEnabled', on);
  }
  selectMicrophone(id: string): Promise<void> {
    return this.#note('selectMicrophone', id);
  }
  selectCamera(id: string): Promise<void> {
    return this.#note('selectCamera', id);
  }
  selectSpeaker(id: string): void {
    void this.#note('selectSpeaker', id);
  }
  useOfferedDevice(): Promise<void> {
    return this.#note('useOfferedDevice');
  }
  dismissOfferedDevice(): void {
    void this.#note('dismissOfferedDevice');
  }
  setLowData(on: boolean): void {
    void this.#note('setLowData', on);
  }
  statistics(): readonly LinkStatistics[] {
    void this.#note('statistics');
    return this.measured;
  }
  simulate(fault: Fault): void {
    void this.#note('simulate', fault);
  }
  audioLevel(): number {
    return this.level;
  }
  async sendMessage(text: string): Promise<ChatMessage> {
    await this.#note('sendMessage', text);
    return message(text);
  }
  async retryMessage(id: string): Promise<ChatMessage> {
    await this.#note('retryMessage', id);
    return message('');
  }
  discardMessage(id: string): void {
    void this.#note('discardMessage', id);
  }
  setTyping(typing: boolean): void {
    void this.#note('setTyping', typing);
  }
  markRead(seq: number): void {
    void this.#note('markRead', seq);
  }
  setHandRaised(raised: boolean): Promise<void> {
    return this.#note('setHandRaised', raised);
  }
  /** Comes back at once, as from a server that took it. */
  async react(reaction: Reaction): Promise<void> {
    await this.#note('react', reaction);
    this.reactFrom('self', reaction);
  }
  admit(id: string): Promise<void> {
    return this.#note('admit', id);
  }
  reject(id: string, ...word: string[]): Promise<void> {
    return this.#note('reject', id, ...word);
  }
  remove(id: string, ...word: string[]): Promise<void> {
    return this.#note('remove', id, ...word);
  }
  sendToLobby(id: string): Promise<void> {
    return this.#note('sendToLobby', id);
  }
  askToMute(id: string): Promise<void> {
    return this.#note('askToMute', id);
  }
  extend(minutes: number): Promise<void> {
    return this.#note('extend', minutes);
  }
  endForAll(): Promise<void> {
    return this.#note('endForAll');
  }

  #note(name: string, ...args: unknown[]): Promise<void> {
    this.intents.push([name, ...args]);
    return this.refusal === null ? Promise.resolve() : Promise.reject(this.refusal);
  }
}

function keep<Listener>(set: Set<Listener>, listener: Listener, signal?: AbortSignal): void {
  set.add(listener);
  signal?.addEventListener('abort', () => set.delete(listener));
}

function message(text: string): ChatMessage {
  const id = '00000000-0000-4000-8000-000000000000';
  return { id, seq: 1, from: 'self-0001', name: '', text, sentAt: new Date(0).toISOString() };
}
