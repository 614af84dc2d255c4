import { LIMITS } from '@rendev/interview-protocol/limits';
import { preloadCall } from './call-loader.ts';
import type { Clock } from './clock.ts';
import { ConnectionCheck } from './connection/connection-check.ts';
import type { AskEntry } from './entry/entry-client.ts';
import { doorOf, EntryFlow } from './entry/entry-flow.ts';
import type { LocalMediaSource } from './media/local-media.ts';
import { watchPageLife } from './page-life.ts';
import { RendevError } from './rendev-error.ts';
import type { RoomVisit } from './room-visit.ts';
import type { Entry } from './session.ts';
import type { ConnectionTest } from './session-snapshot.ts';
import { isInRoom } from './session-state.ts';
import type { Connect } from './signaling/signaling-channel.ts';
import type { SnapshotStore } from './snapshot-store.ts';

interface WayInContext {
  readonly server: string;
  readonly ask?: AskEntry;
  readonly connect?: Connect;
  readonly clock: Clock;
  readonly store: SnapshotStore;
  readonly media: LocalMediaSource;
  readonly visit: RoomVisit;
  /** Whether the lobby captures by itself. */
  readonly mediaInLobby: boolean;
}

/**
 * From a code or ticket by the lobby into the room and out of it, one attempt at a time. See
 * `Session` for what each method promises.
 */
export class WayIn {
  readonly #context: WayInContext;
  readonly #entryFlow: EntryFlow;
  readonly #connectionCheck: ConnectionCheck;
  /** Ends when the present way in is given up: by another entry, by leaving, by disposal. */
  #attempt = new AbortController();
  #entry: Entry | null = null;

  constructor(context: WayInContext) {
    const { server, ask, clock, store, media, visit } = context;
    this.#context = context;
    this.#connectionCheck = new ConnectionCheck(store);
    this.#entryFlow = new EntryFlow(doorOf(server, clock, ask), clock, {
      step: (state) => {
        store.step(state);
        if (state.name === 'lobby') this.#lobbyOpened();
        if (state.name === 'refused') media.stop();
      },
      learned: (facts) => {
        store.update(facts);
      },
      atDoor: () => ['countdown', 'lobby'].includes(store.current.state.name),
      resume: (sitter, entry, signal) => visit.resumeOf(sitter, entry, signal),
    });
  }

  /** Ends with the present attempt. */
  get signal(): AbortSignal {
    return this.#attempt.signal;
  }

  /** Observers see and hear. */
  get isObserver(): boolean {
    return (this.#context.store.current.self ?? this.#entryFlow.response)?.role === 'observer';
  }

  async enter(entry: Entry): Promise<void> {
    const { store, visit } = this.#context;
    const { state } = store.current;
    need(!isInRoom(state) && state.name !== 'joining');
    this.#attempt.abort();
    this.#attempt = new AbortController();
    const { signal } = this.#attempt;
    this.#entry = entry;
    watchPageLife({ hidden: this.#pageHidden, shown: this.#pageShown }, signal);
    this.#connectionCheck.reset();
    store.step({ name: 'checking' });
    if (!(await visit.resume(entry, signal))) {
      await this.#entryFlow.check(entry, signal);
    }
  }

  setName(name: string): void {
    const { store } = this.#context;
    const { state } = store.current;
    if (state.name !== 'lobby' || state.nameFixed) return;
    const personName = name.trim().slice(0, LIMITS.nameLength) || null;
    store.step({ ...state, personName });
  }

  async testConnection(): Promise<ConnectionTest> {
    const { response } = this.#entryFlow;
    need(this.#context.store.current.state.name === 'lobby' && response !== null);
    return this.#connectionCheck.run(response.iceServers, this.#attempt.signal);
  }

  async join(): Promise<void> {
    const { store, media, visit } = this.#context;
    const { state } = store.current;
    const entry = this.#entry;
    const { signal } = this.#attempt;
    need(state.name === 'lobby' && entry !== null);
    if (state.personName === null) throw new RendevError('name-required');
    const name = state.nameFixed ? {} : { name: state.personName };
    const join = () => {
      const { ticket, interviewId, expected } = this.#entryFlow;
      return visit.take({ entry, interviewId, expected }, { ticket, ...name }, signal);
    };
    this.#connectionCheck.stop();
    if (!this.#capturesByItself && !this.isObserver) void media.start();
    store.step({ name: 'joining' });
    try {
      await join().catch(async (error: unknown) => {
        // The lobby may last longer than a ticket; a code gets a new one.
        const isExpired = (error as RendevError).code === 'ticket-expired';
        if (!isExpired || !('code' in entry)) throw error;
        await this.#entryFlow.renew(entry, signal);
        await join();
      });
    } catch (error) {
      if (!signal.aborted) store.step({ ...state, error: error as RendevError });
      throw error;
    }
  }

  async leave(): Promise<void> {
    const { store, media, visit } = this.#context;
    const { state } = store.current;
    this.#attempt.abort();
    if (isInRoom(state) || state.name === 'joining') {
      await visit.leave();
    } else if (state.name !== 'ended') {
      media.stop();
      store.step({ name: 'idle' });
    }
  }

  /** Nothing may stay open: it would keep the page from the browser's cache. */
  readonly #pageHidden = (): void => {
    this.#connectionCheck.stop();
    this.#context.visit.suspend();
    this.#context.media.stop();
  };

  readonly #pageShown = (): void => {
    const { store, media, visit } = this.#context;
    const { state } = store.current;
    const isHere = isInRoom(state) || state.name === 'joining' || state.name === 'lobby';
    if (isHere && this.#capturesByItself && !this.isObserver) void media.start();
    visit.comeBack();
  };

  #lobbyOpened(): void {
    const { server, connect, store, media } = this.#context;
    const { interviewId } = this.#entryFlow;
    if (this.isObserver) media.stop();
    else if (this.#capturesByItself) void media.start();
    const isOpen = () => store.current.state.name === 'lobby';
    void preloadCall({ server, interviewId, connect }, isOpen, this.#attempt.signal);
  }

  /** Once the person has been asked, there is nothing to explain any more. */
  get #capturesByItself(): boolean {
    return this.#context.mediaInLobby || this.#context.media.wasStarted;
  }
}

function need(condition: boolean): asserts condition {
  if (!condition) throw new RendevError('invalid-state');
}
