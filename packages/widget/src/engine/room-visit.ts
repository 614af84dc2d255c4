import type { Reaction, RoomSnapshot } from '@rendev/interview-protocol';
import { loadCall } from './call-loader.ts';
import type { Clock } from './clock.ts';
import type { LocalMediaSource } from './media/local-media.ts';
import { RendevError } from './rendev-error.ts';
import type { Room } from './room.ts';
import type { Credentials, RoomOptions } from './room-port.ts';
import { isPassing } from './passing.ts';
import { sayGoodbye } from './page-life.ts';
import { SeatStorage, type Sitter, type StoredSeat } from './seat-storage.ts';
import type { CodeEntry, Entry } from './session.ts';
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
  /** `self` for the own reaction. */
  readonly reacted: (from: string, reaction: Reaction) => void;
}

/** What is to be taken: a seat in this interview, had with this entry. */
interface Visit {
  readonly entry: Entry;
  readonly interviewId: string;
  readonly expected?: RoomOptions['expected'];
}

/** A reload while the server restarts, or the network is away, comes back without a word. */
const RESUME_WAITS_MS = [300, 1_000, 2_000, 2_000, 3_000, 3_000, 4_000];

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

  /** The code of a seat of before a reload, which waits for this page. */
  get keptEntry(): CodeEntry | null {
    return this.#seats.keptEntry;
  }

  /** Back into the seat that was had with this entry. `false`: there is none, or it is gone. */
  resume(entry: Entry, signal: AbortSignal): Promise<boolean> {
    return this.#resume(this.#seats.claim(entry), entry, signal);
  }

  /** The same for a ticket that the host minted anew for the same person. */
  resumeOf(sitter: Sitter, entry: Entry, signal: AbortSignal): Promise<boolean> {
    return this.#resume(this.#seats.claimOf(sitter), entry, signal);
  }

  /** Resolves in `in-call` or `waiting`. Rejects with the refusal. */
  async take(
    { entry, interviewId, expected }: Visit,
    credentials: Credentials,
    signal: AbortSignal,
  ): Promise<void> {
    const { server, clock, store, media, failed, muteAsked, reacted } = this.#context;
    const place = { server, interviewId, connect: this.#context.connect };
    const { Room, connect } = await loadCall(place);
    if (signal.aborted) throw new RendevError('aborted');
    this.#inCallSince = null;
    const room: Room = new Room(
      {
        connect,
        clock,
        credentials,
        media: media.state,
        tracks: media.outgoing,
        lowData: media.view.lowData,
        ...(expected && { expected }),
      },
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
        ended: (reason, word) => {
          this.end(reason, word);
        },
        failed,
        muteAsked,
        reacted,
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
    this.#room?.setLowData(media.view.lowData);
    this.#seats.update(this.#wishes());
  }

  /** The page goes, and may come back. The seat waits for either. */
  suspend(): void {
    const goodbye = this.#room?.suspend();
    if (goodbye) sayGoodbye(this.#context.server, goodbye);
  }

  /** The page is back. */
  comeBack(): void {
    this.#room?.resume();
  }

  /** Says goodbye, and ends at once. Resolves when the server knows, or after 1 s. */
  async leave(): Promise<void> {
    const gone = this.#room?.leave();
    this.end('left');
    await gone;
  }

  end(reason: EndReason, word: string | null = null): void {
    const { store, media, clock } = this.#context;
    this.#room = null;
    if (reason === 'duplicate-session') this.#seats.yield();
    else this.#seats.clear();
    const state = endedState({ reason, word }, store.current, this.#inCallSince, clock.now());
    store.update({ state: advance(store.current.state, state), self: null, participants: [] });
    media.stop();
  }

  async #resume(seat: StoredSeat | null, entry: Entry, signal: AbortSignal): Promise<boolean> {
    if (!seat) return false;
    const { store, media, clock } = this.#context;
    const { interviewId, resumeToken, microphone, camera } = seat;
    store.step({ name: 'joining' });
    void media.start({ microphone, camera });
    for (let attempt = 0; ; attempt += 1) {
      try {
        await this.take({ entry, interviewId }, { resumeToken }, signal);
        return true;
      } catch (error) {
        if (signal.aborted) throw error;
        const wait = RESUME_WAITS_MS[attempt];
        if (wait !== undefined && isPassing(error as RendevError)) {
          await new Promise<void>((resolve) => clock.after(wait, resolve));
          continue;
        }
        if ((error as RendevError).retryable) this.#seats.release();
        else this.#seats.clear();
        store.step({ name: 'checking' });
        return false;
      }
    }
  }

  #seated(entry: Entry, { self, serverTime, resumeToken, interview }: RoomSnapshot): void {
    const { store, clock } = this.#context;
    const { role, name } = self;
    const sitter = { interviewId: interview.id, role, name };
    this.#seats.hold(entry, { resumeToken, ...this.#wishes() }, sitter);
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
