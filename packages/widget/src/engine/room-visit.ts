import type { RoomSnapshot } from '@rendev/interview-protocol';
import { loadCall } from './call-loader.ts';
import type { Clock } from './clock.ts';
import type { LocalMediaSource } from './media/local-media.ts';
import { RendevError } from './rendev-error.ts';
import type { Credentials, Room } from './room.ts';
import { SeatStorage } from './seat-storage.ts';
import type { Entry } from './session.ts';
import type { EndReason } from './session-snapshot.ts';
import { advance, endedState } from './session-state.ts';
import type { Connect } from './signaling/signaling-channel.ts';
import type { SnapshotStore } from './snapshot-store.ts';

export interface VisitContext {
  readonly server: string;
  readonly connect: Connect | undefined;
  readonly clock: Clock;
  readonly store: SnapshotStore;
  readonly media: LocalMediaSource;
  readonly failed: (error: RendevError) => void;
  readonly muteAsked: (by: string) => void;
}

const NO_WISHES = { microphone: false, camera: false };

/** Takes a seat in the room, keeps it through a reload, shows the room, and gives the seat up. */
export class RoomVisit {
  readonly #context: VisitContext;
  readonly #seats: SeatStorage;
  #room: Room | null = null;
  #inCallSince: number | null = null;

  constructor(context: VisitContext) {
    this.#context = context;
    this.#seats = new SeatStorage(context.server);
  }

  /** The room of the seat, from the attempt to take it to the end. */
  get room(): Room | null {
    return this.#room;
  }

  /** Back into the seat of before a reload. `false`: there is none, or it is gone. */
  async resume(entry: Entry, signal: AbortSignal): Promise<boolean> {
    const { store, media } = this.#context;
    const seat = this.#seats.load(entry);
    if (!seat) return false;
    store.step({ name: 'joining' });
    void media.start(seat);
    try {
      await this.take(entry, { resumeToken: seat.resumeToken }, signal);
      return true;
    } catch (error) {
      if (signal.aborted) throw error;
      if (!(error as RendevError).retryable) this.#seats.clear();
      store.step({ name: 'checking' });
      return false;
    }
  }

  /** Resolves in `in-call` or `waiting`. Rejects with the refusal. */
  async take(entry: Entry, credentials: Credentials, signal: AbortSignal): Promise<void> {
    const { server, clock, store, media, failed, muteAsked } = this.#context;
    const { Room, connect } = await loadCall(server, this.#context.connect);
    if (signal.aborted) throw new RendevError('aborted');
    this.#inCallSince = null;
    const room: Room = new Room(
      { connect, clock, credentials, media: media.state, tracks: media.outgoing },
      {
        changed: () => {
          if (room === this.#room) this.#show(room);
        },
        seated: (snapshot) => {
          this.#seated(entry, snapshot);
        },
        lost: () => {
          store.step({ name: 'reconnecting', since: clock.now() });
        },
        ended: (reason) => {
          this.end(reason);
        },
        failed,
        muteAsked,
      },
    );
    this.#room = room;
    try {
      await room.open();
    } catch (error) {
      if (room === this.#room) this.#room = null;
      throw error;
    }
  }

  mediaChanged(): void {
    const { media } = this.#context;
    this.#room?.setMedia(media.outgoing, media.state);
    this.#seats.update(this.#wishes());
  }

  /** Says goodbye, and ends at once. Resolves when the server knows, or after 1 s. */
  async leave(): Promise<void> {
    const gone = this.#room?.leave();
    this.end('left');
    await gone;
  }

  end(reason: EndReason): void {
    const { store, media, clock } = this.#context;
    this.#room = null;
    this.#seats.clear();
    const state = endedState(reason, store.current, this.#inCallSince, clock.now());
    store.update({ state: advance(store.current.state, state), self: null, participants: [] });
    media.stop();
  }

  #seated(entry: Entry, { self, serverTime, resumeToken }: RoomSnapshot): void {
    const { store, clock } = this.#context;
    this.#seats.hold(entry, { resumeToken, ...this.#wishes() });
    store.update({ clockOffsetMs: Date.parse(serverTime) - clock.now() });
    if (self.admitted) this.#inCallSince ??= clock.now();
    store.step({ name: self.admitted ? 'in-call' : 'waiting' });
  }

  #show({ self, interview, participants, chatView: chat }: Room): void {
    this.#context.store.update({ self, participants, chat, ...(interview && { interview }) });
  }

  /** What a reload turns on again; nothing of an observer. */
  #wishes(): { microphone: boolean; camera: boolean } {
    const { store, media } = this.#context;
    return store.current.self?.role === 'observer' ? NO_WISHES : media.wishes;
  }
}
