import type { ChatMessage, InterviewPublic, MediaState } from '@rendev/interview-protocol';
import type { SessionFailure } from '../engine/session.ts';
import type { RendevErrorCode } from '../engine/rendev-error.ts';
import type {
  EndReason,
  Quality,
  RemoteParticipant,
  SessionState,
} from '../engine/session-snapshot.ts';

type StateName = SessionState['name'];

/** What the person thought of the call. */
export interface Rating {
  /** From bad to excellent, as in ITU-T P.800, annex B. */
  readonly score: 1 | 2 | 3 | 4 | 5;
  /** Empty where the person wrote none; up to 1,000 characters. */
  readonly comment: string;
}

/** `detail` of every event of `<rendev-interview>`. All of them bubble and are composed. */
export interface InterviewEventDetails {
  /** The session moved to another state. */
  'state-change': { readonly state: StateName; readonly previous: StateName };
  /** The code or ticket was refused, or the room could not be joined from the lobby. */
  'entry-refused': {
    readonly code: RendevErrorCode;
    readonly retryable: boolean;
    readonly interview?: InterviewPublic;
  };
  /** Cancelable: the room is about to be joined. */
  'before-join': null;
  /** Cancelable: the person is about to leave the room. */
  'before-leave': null;
  /** The person is in the call, also after a reload. */
  joined: { readonly participantId: string };
  /** The person is out of the room, by themselves or for another reason. */
  left: { readonly reason: EndReason };
  /** Somebody is in the room, also those who were there when the person joined. */
  'participant-joined': { readonly participant: RemoteParticipant };
  /** Somebody is no longer in the room. */
  'participant-left': { readonly participant: RemoteParticipant };
  /** Something about somebody in the room is another: media, hand, name, line. */
  'participant-changed': { readonly participant: RemoteParticipant };
  /** A message is stored and known here; history comes as messages too, in order. */
  message: { readonly message: ChatMessage; readonly mine: boolean };
  /** What the person sends. */
  'media-change': MediaState;
  /** The level of a participant's quality, or the reason for it, has changed. */
  'quality-change': { readonly participantId: string; readonly quality: Quality };
  /** The person judged the call on the last screen. For the host: it is not sent to the server. */
  rating: Rating;
  /** Something went wrong by itself, not as the answer to a call. */
  failure: SessionFailure;
}

export type InterviewEventName = keyof InterviewEventDetails;

export type RendevInterviewEventMap = {
  [Name in InterviewEventName]: CustomEvent<InterviewEventDetails[Name]>;
};

export function interviewEvent<Name extends InterviewEventName>(
  name: Name,
  detail: InterviewEventDetails[Name],
): CustomEvent<InterviewEventDetails[Name]> {
  return new CustomEvent(name, {
    detail,
    bubbles: true,
    composed: true,
    cancelable: name === 'before-join' || name === 'before-leave',
  });
}

declare global {
  // `message` is left out: <body> inherits this map together with the window's own `message`, and
  // two types for one name would break the host's build. The element's addEventListener has it.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merges into a global map
  interface HTMLElementEventMap extends Omit<RendevInterviewEventMap, 'message'> {}
}
