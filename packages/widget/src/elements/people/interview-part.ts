import { html, nothing } from 'lit';
import type { InterviewPublic } from '@rendev/interview-protocol';
import type { PeopleTerms } from '../../locales/people-terms.ts';
import { clockTime, viewerZone } from '../../locales/time.ts';
import { switchTemplate } from '../../styles/switch-template.ts';

const EXTENSIONS_MIN = [10, 30, 60] as const;

export interface InterviewPartView {
  readonly terms: PeopleTerms;
  /** Tag for Intl. */
  readonly locale: string;
  readonly interview: InterviewPublic | null;
  readonly knockSound: boolean;
  readonly extend: (minutes: number) => void;
  readonly end: () => void;
  readonly setKnockSound: (on: boolean) => void;
}

/** What an interviewer decides for all: how long it lasts, that it is over; and how a knock sounds. */
export function interviewPart(view: InterviewPartView) {
  const { terms, knockSound } = view;
  return html`<section>
    <h4 tabindex="-1">${terms.thisInterview}</h4>
    ${time(view)}
    <div class="setting">
      <span class="label" id="knock">${terms.knockSound}</span>
      ${switchTemplate('knock', knockSound, () => {
        view.setKnockSound(!knockSound);
      })}
    </div>
    <p class="small muted" id="knock-help">${terms.knockSoundHelp}</p>
    <button class="button quiet end" part="button" type="button" @click=${view.end}>
      ${terms.endForAll}
    </button>
  </section>`;
}

/** Nothing for an interview without an end. */
function time({ terms, locale, interview, extend }: InterviewPartView) {
  const closesAt = interview?.closesAt ?? null;
  if (closesAt === null) return nothing;
  return html`<p>${terms.endsAt(clockTime(Date.parse(closesAt), locale, viewerZone()))}</p>
    <div class="minutes" role="group" aria-label=${terms.extendTime}>
      ${EXTENSIONS_MIN.map(
        (minutes) =>
          html`<button
            class="button compact"
            part="button"
            type="button"
            aria-label=${terms.extendBy(minutes)}
            @click=${() => {
              extend(minutes);
            }}
          >
            ${terms.extendShort(minutes)}
          </button>`,
      )}
    </div>`;
}
