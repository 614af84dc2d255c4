import type {
  RoomSnapshot,
  ServerEventName,
  ServerPayload,
  SessionClosedEvent,
} from '@rendev/interview-protocol';
import type { ParticipantRow } from '../storage/tables.ts';

/** For what a page has to say when it hears that the interview is over. */
const LAST_WORDS_MS = 2_000;

/** The socket below a connection. */
export interface Outlet {
  emit: <E extends ServerEventName>(event: E, payload: ServerPayload<E>) => void;
  /** Sends what was emitted, then closes. */
  disconnect(): void;
}

export interface ConnectionFacts {
  readonly participant: ParticipantRow;
  readonly resumeToken: string;
  /** Highest chat sequence that the page had when it connected. */
  readonly since: number;
}

/**
 * One page's connection to one room, on this node.
 *
 * The page gets its snapshot before any change to it: while the snapshot is read, changes are held
 * back and follow it. What the snapshot shows already may come again; every change carries the whole
 * participant or a sequence, so that this is harmless.
 */
export class Connection {
  readonly id: string;
  readonly facts: ConnectionFacts;
  readonly #outlet: Outlet;
  readonly #onFault: (error: unknown) => void;
  #held: (() => void)[] | null = [];
  #tail: Promise<void> = Promise.resolve();
  /** Tasks that are not done. */
  #pending = 0;
  #state: 'open' | 'ended' | 'closed' = 'open';
  /** Whether the person is in the room rather than waiting before it; from the join on. */
  admitted: boolean;

  constructor(
    id: string,
    facts: ConnectionFacts,
    outlet: Outlet,
    onFault: (error: unknown) => void,
  ) {
    this.id = id;
    this.facts = facts;
    this.#outlet = outlet;
    this.#onFault = onFault;
    this.admitted = facts.participant.state === 'admitted';
  }

  get participantId(): string {
    return this.facts.participant.id;
  }
  get interviewId(): string {
    return this.facts.participant.interview_id;
  }
  get name(): string {
    return this.facts.participant.name;
  }
  get epoch(): string {
    return this.facts.participant.epoch;
  }
  get isInterviewer(): boolean {
    return this.facts.participant.role === 'interviewer';
  }
  /** Whether the interview is over; the page may say its last words still. */
  get ended(): boolean {
    return this.#state === 'ended';
  }
  get closed(): boolean {
    return this.#state === 'closed';
  }

  send<E extends ServerEventName>(event: E, payload: ServerPayload<E>): void {
    if (this.#state !== 'open') return;
    const emit = () => {
      this.#outlet.emit(event, payload);
    };
    if (this.#held === null) emit();
    else this.#held.push(emit);
  }

  /** Holds changes back until the snapshot is sent. */
  hold(): void {
    this.#held ??= [];
  }

  /** Sends the snapshot, then what was held back. */
  release(snapshot: RoomSnapshot): void {
    if (this.#state !== 'open') return;
    const held = this.#held ?? [];
    this.#held = null;
    this.#outlet.emit('room:snapshot', snapshot);
    for (const emit of held) emit();
  }

  /**
   * Runs tasks of this connection one after the other, in the order in which they were given; at once
   * where none is before it, as most need not wait for anything.
   */
  run(task: () => Promise<void> | void): void {
    const isFirst = this.#pending === 0;
    this.#pending += 1;
    if (!isFirst) {
      this.#follow(task);
      return;
    }
    let running: Promise<void> | void = undefined;
    try {
      running = task();
    } catch (error) {
      this.#onFault(error);
    }
    if (running === undefined) this.#pending -= 1;
    else this.#follow(() => running);
  }

  #follow(task: () => Promise<void> | void): void {
    this.#tail = this.#tail
      .then(task)
      .catch(this.#onFault)
      .finally(() => {
        this.#pending -= 1;
      });
  }

  /** Resolves when every task that was given so far is done. */
  idle(): Promise<void> {
    return this.#tail;
  }

  /**
   * Tells the page that the interview is over, also where its snapshot is still to come, and closes
   * after its last words.
   */
  end(reason: ServerPayload<'interview:ended'>['reason']): void {
    if (this.#state !== 'open') return;
    this.#state = 'ended';
    this.#outlet.emit('interview:ended', { reason });
    setTimeout(() => {
      this.close();
    }, LAST_WORDS_MS).unref();
  }

  /** Tells the page why, unless it asked for it, and closes. */
  close(closed?: SessionClosedEvent): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    if (closed !== undefined) this.#outlet.emit('session:closed', closed);
    this.#outlet.disconnect();
  }
}
