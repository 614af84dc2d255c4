import type { CalendarTerms } from './calendar-terms.ts';
import type { CallTerms } from './call-terms.ts';
import type { ChatTerms } from './chat-terms.ts';
import type { ControlsTerms } from './controls-terms.ts';
import type { DeviceTerms } from './device-terms.ts';
import type { EmojiTerms } from './emoji-terms.ts';
import type { EndedTerms } from './ended-terms.ts';
import type { ErrorTerms } from './errors.ts';
import type { InAppTerms } from './in-app-terms.ts';
import type { Terms } from './ko.ts';
import type { LobbyTerms } from './lobby-terms.ts';
import type { MediaTerms } from './media-errors.ts';
import type { PeopleTerms } from './people-terms.ts';
import type { StageTerms } from './stage-terms.ts';
import type { StatisticsTerms } from './statistics-terms.ts';
import type { WaitingTerms } from './waiting-terms.ts';

/** Every text of one language, by the part of the interface that needs it. */
export interface Texts {
  readonly terms: Terms;
  readonly calendar: CalendarTerms;
  readonly call: CallTerms;
  readonly chat: ChatTerms;
  readonly controls: ControlsTerms;
  readonly device: DeviceTerms;
  readonly emoji: EmojiTerms;
  readonly ended: EndedTerms;
  readonly errors: ErrorTerms;
  readonly inApp: InAppTerms;
  readonly lobby: LobbyTerms;
  readonly media: MediaTerms;
  readonly people: PeopleTerms;
  readonly stage: StageTerms;
  readonly statistics: StatisticsTerms;
  readonly waiting: WaitingTerms;
}
