import type {
  InterviewPublic,
  ServerEventName,
  SessionClosedEvent,
  Signal,
} from '@rendev/interview-protocol';
import type { Audience, EndReason, Page } from '../rooms/room-bus.ts';

/** What nodes say about one room to those that have people in it. */
export type RoomWord =
  | {
      readonly kind: 'room';
      readonly audience: Audience;
      readonly except?: string;
      readonly event: ServerEventName;
      readonly payload: unknown;
    }
  | {
      readonly kind: 'person';
      readonly participantId: string;
      readonly event: ServerEventName;
      readonly payload: unknown;
    }
  | { readonly kind: 'exclude'; readonly participantId: string }
  | {
      readonly kind: 'disconnect';
      readonly participantId: string;
      readonly connectionId?: string;
      readonly closed?: SessionClosedEvent;
    }
  | { readonly kind: 'updated'; readonly interview: InterviewPublic }
  | { readonly kind: 'ended'; readonly reason: EndReason }
  /** Some words were lost: the store knows. */
  | { readonly kind: 'missed' }
  | RoomQuestion;

/** Answered by every node that has people in the room. */
export interface RoomQuestion {
  readonly kind: 'renew';
  readonly participantId: string;
}

/** What is said to one page, on a channel of its own. */
export interface PageMessage {
  readonly to: Page;
  readonly signal: Signal;
}

/** A word with who says it, and under which number an answer is awaited. */
export interface RoomMessage {
  readonly from: string;
  readonly ask?: number;
  readonly word: RoomWord;
}

export interface Answer {
  readonly ask: number;
  readonly there: boolean;
}
