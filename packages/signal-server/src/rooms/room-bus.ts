import type {
  InterviewPublic,
  ServerEventName,
  ServerPayload,
  SessionClosedEvent,
  Signal,
} from '@rendev/interview-protocol';

/** `room`: everybody admitted. `guests`: of these, who does not see the people that wait. */
export type Audience = 'room' | 'interviewers' | 'guests' | 'everyone';

/** Somebody in a room. */
export interface Person {
  readonly interviewId: string;
  readonly participantId: string;
}

/** One page of somebody: another load of it has another epoch. */
export interface Page extends Person {
  readonly epoch: string;
}

export type EndReason = 'expired' | 'ended' | 'canceled';

/** How words reach the people of a room, wherever their connections are. */
export interface RoomBus {
  /**
   * Has this node hear what is said in the room, and to this page. To be awaited before a connection
   * reads what its snapshot shows, so that nothing falls between the two.
   */
  follow(page: Page): Promise<void>;
  toRoom<E extends ServerEventName>(
    to: { readonly interviewId: string; readonly audience: Audience; readonly except?: string },
    event: E,
    payload: ServerPayload<E>,
  ): void;
  toParticipant<E extends ServerEventName>(to: Person, event: E, payload: ServerPayload<E>): void;
  /**
   * Reaches that very page only, and only inside the room.
   *
   * @returns whether it is there
   */
  signal(to: Page, signal: Signal): boolean | Promise<boolean>;
  /** The person hears no more of the room than somebody who waits before it. */
  exclude(person: Person): void;
  /** Gives the person's page a new snapshot; resolves when it has it, or is nowhere. */
  renew(person: Person): Promise<void>;
  /** Closes the participant's connections, or that one. */
  disconnect(whose: Person & { readonly connectionId?: string }, closed?: SessionClosedEvent): void;
  /** Tells everybody, also those who wait, how the interview is now. */
  updated(interview: InterviewPublic): void;
  /** Tells everybody that it is over, and closes their connections. */
  ended(interviewId: string, reason: EndReason): void;
}
