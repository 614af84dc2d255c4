import type {
  ServerEventName,
  ServerPayload,
  SessionClosedEvent,
  Signal,
} from '@rendev/interview-protocol';

/** `room`: everybody admitted. `guests`: of these, who does not see the people that wait. */
export type Audience = 'room' | 'interviewers' | 'guests' | 'everyone';

/** How words reach the people of a room, wherever their connections are. */
export interface RoomBus {
  toRoom<E extends ServerEventName>(
    to: { readonly interviewId: string; readonly audience: Audience; readonly except?: string },
    event: E,
    payload: ServerPayload<E>,
  ): void;
  toParticipant<E extends ServerEventName>(
    to: { readonly interviewId: string; readonly participantId: string },
    event: E,
    payload: ServerPayload<E>,
  ): void;
  /**
   * Reaches that very page only, and only inside the room.
   *
   * @returns whether it is there
   */
  signal(
    to: { readonly interviewId: string; readonly participantId: string; readonly epoch: string },
    signal: Signal,
  ): Promise<boolean>;
  /** Closes the participant's connections, or that one. */
  disconnect(
    whose: {
      readonly interviewId: string;
      readonly participantId: string;
      readonly connectionId?: string;
    },
    closed?: SessionClosedEvent,
  ): void;
}
