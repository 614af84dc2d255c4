import type { RemoteParticipant, SessionSnapshot } from '../../engine/session-snapshot.ts';
import type { Session } from '../../engine/session.ts';
import type { CallTerms } from '../../locales/call-terms.ts';
import type { Terms } from '../../locales/ko.ts';
import type { PeopleTerms } from '../../locales/people-terms.ts';
import type { Language } from '../../locales/texts.ts';
import type { HostActs } from './host-acts.ts';
import type { Line } from './line.ts';
import type { Milestone } from './time-left.ts';

/** What notices are made of. */
export interface NoticesView {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
  readonly language: Language;
  readonly t: Terms;
  readonly terms: CallTerms;
  readonly people: PeopleTerms;
  readonly hostActs: HostActs;
  /** The worst line, once it has been so for a while. */
  readonly line: Line | null;
  readonly soundBlocked: boolean;
  readonly muteAskedBy: string | null;
  readonly talkingMuted: boolean;
  /** People that wait, and that the person does not see in the list. */
  readonly waiting: readonly RemoteParticipant[];
  readonly milestone: Milestone | null;
  /** About what has just been done; empty for nothing. */
  readonly passing: string;
  readonly startSound: () => void;
  readonly stayUnmuted: () => void;
  readonly showPeople: () => void;
  readonly putAway: (key: string) => void;
}
