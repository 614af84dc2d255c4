import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { InterviewPublic, Participant, Role } from '@rendev/interview-protocol';
import type { RemoteParticipant } from '../../engine/session-snapshot.ts';
import { icon } from '../../icons/icons.ts';
import { type PeopleTerms, peopleTerms } from '../../locales/people-terms.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { switches } from '../../styles/switch.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { RendevMenu } from '../menu/menu.ts';
import { interviewPart } from './interview-part.ts';
import { peopleStyles } from './people.styles.ts';
import type { PersonAct } from './person-act.ts';
import { personMenu } from './person-menu.ts';

/**
 * Who is here and, for an interviewer, who waits and what can be done. Emits `person` with a
 * `PersonAct`, `extend` with minutes, `end`, and `knock-sound` with whether it is wanted.
 */
export class RendevPeople extends RendevElement {
  static override uses = { 'rendev-menu': RendevMenu };
  static override styles = [base, controls, switches, peopleStyles];
  static override properties = {
    self: { attribute: false },
    participants: { attribute: false },
    interview: { attribute: false },
    knockSound: { attribute: false },
  };

  declare self: Participant | null;
  declare participants: readonly RemoteParticipant[];
  declare interview: InterviewPublic | null;
  /** Whether a tone tells that somebody waits. */
  declare knockSound: boolean;
  #hadFocus = false;

  constructor() {
    super();
    this.self = null;
    this.participants = [];
    this.interview = null;
    this.knockSound = true;
  }

  override willUpdate() {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
  }

  override updated() {
    // Who had the focus has gone, and with the line its buttons.
    if (this.#hadFocus && this.shadowRoot?.activeElement == null) {
      this.renderRoot.querySelector<HTMLElement>('h4')?.focus();
    }
  }

  override render() {
    const waiting = this.participants.filter((person) => !person.admitted);
    const inside = this.participants.filter((person) => person.admitted).sort(byHand);
    return html`
      ${
        waiting.length === 0
          ? nothing
          : html`<h4 tabindex="-1">${this.t.waitingPeople(waiting.length)}</h4>
              <ul>
                ${repeat(
                  waiting,
                  ({ id }) => id,
                  (person) => this.#waiting(person),
                )}
              </ul>`
      }
      <h4 tabindex="-1">${this.t.peopleCount(inside.length + (this.self === null ? 0 : 1))}</h4>
      <ul>
        ${this.self === null ? nothing : this.#self(this.self)}
        ${repeat(
          inside,
          ({ id }) => id,
          (person) => this.#person(person),
        )}
      </ul>
      ${
        this.#isInterviewer
          ? interviewPart({
              terms: this.#terms,
              locale: this.localize.locale,
              interview: this.interview,
              knockSound: this.knockSound,
              extend: (minutes) => {
                this.emit('extend', minutes);
              },
              end: () => {
                this.emit('end');
              },
              setKnockSound: (on) => {
                this.emit('knock-sound', on);
              },
            })
          : nothing
      }
    `;
  }

  #self(self: Participant) {
    return html`<li part="person">
      ${this.#who(self, html`${this.t.me} · `)} ${this.#states(self)}
    </li>`;
  }

  #person(person: RemoteParticipant) {
    return html`<li part="person">
      ${this.#who(person)} ${this.#states(person)}
      ${
        this.#isInterviewer
          ? personMenu(person, this.#terms, this.lang, (act) => {
              this.#act(act, person);
            })
          : nothing
      }
    </li>`;
  }

  #who(person: Participant, before: unknown = nothing) {
    return html`<p class="who">
      <bdi>${person.name}</bdi>
      <span class="small muted">${before}${this.#role(person.role)}</span>
    </p>`;
  }

  #states({ hand, media }: Participant) {
    return html`${
      hand ? html`${icon('hand')}<span class="spoken">${this.t.handRaised}</span>` : nothing
    }${
      media.microphone
        ? icon('microphone')
        : html`<span class="off">${icon('microphoneOff')}</span
            ><span class="spoken">${this.t.muted}</span>`
    }`;
  }

  #waiting(person: RemoteParticipant) {
    return html`<li part="person">
      ${this.#who(person)}
      <div class="answers">
        <button
          class="button quiet compact"
          part="button"
          type="button"
          aria-label=${this.t.refuseName(person.name)}
          @click=${() => {
            this.#act('refuse', person);
          }}
        >
          ${this.t.refuse}
        </button>
        <button
          class="button compact"
          part="button"
          type="button"
          aria-label=${this.t.admitName(person.name)}
          @click=${() => {
            this.#act('admit', person);
          }}
        >
          ${this.t.admit}
        </button>
      </div>
    </li>`;
  }

  #act(act: PersonAct['act'], { id, name }: Participant): void {
    const detail: PersonAct = { act, id, name };
    this.emit('person', detail);
  }

  get #isInterviewer(): boolean {
    return this.self?.role === 'interviewer';
  }

  get #terms(): PeopleTerms {
    return peopleTerms(this.localize.language);
  }

  #role(role: Role): string {
    return {
      interviewer: this.t.roleInterviewer,
      candidate: this.t.roleCandidate,
      observer: this.t.roleObserver,
      participant: this.t.roleParticipant,
    }[role];
  }
}

/** Raised hands first, in the order in which they went up; the others as they are. */
function byHand(one: Participant, other: Participant): number {
  const [a, b] = [one.handRaisedAt, other.handRaisedAt];
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return Date.parse(a) - Date.parse(b);
}
