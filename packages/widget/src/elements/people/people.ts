import { html, nothing } from 'lit';
import type { Participant, Role } from '@rendev/interview-protocol';
import type { RemoteParticipant } from '../../engine/session-snapshot.ts';
import type { Session } from '../../engine/session.ts';
import { quietly } from '../../controllers/quietly.ts';
import { icon } from '../../icons/icons.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { peopleStyles } from './people.styles.ts';

/** Who is here, and for interviewers who waits to be let in. */
export class RendevPeople extends RendevElement {
  static override styles = [base, controls, peopleStyles];
  static override properties = {
    session: { attribute: false },
    self: { attribute: false },
    participants: { attribute: false },
  };

  declare session: Session | null;
  declare self: Participant | null;
  declare participants: readonly RemoteParticipant[];

  constructor() {
    super();
    this.session = null;
    this.self = null;
    this.participants = [];
  }

  override render() {
    const waiting = this.participants.filter((person) => !person.admitted);
    const inside = this.participants.filter((person) => person.admitted);
    return html`
      ${
        waiting.length === 0
          ? nothing
          : html`<h4>${this.t.waitingPeople(waiting.length)}</h4>
              <ul>
                ${waiting.map((person) => this.#waiting(person))}
              </ul>`
      }
      <h4>${this.t.peopleCount(inside.length + (this.self === null ? 0 : 1))}</h4>
      <ul>
        ${this.self === null ? nothing : this.#person(this.self, true)}
        ${inside.map((person) => this.#person(person, false))}
      </ul>
    `;
  }

  #person(person: Participant, isSelf: boolean) {
    return html`<li part="person">
      <p class="who">
        <bdi>${person.name}</bdi>
        <span class="small muted"
          >${isSelf ? `${this.t.me} · ` : nothing}${this.#role(person.role)}</span
        >
      </p>
      ${person.hand ? html`${icon('hand')}<span class="spoken">${this.t.handRaised}</span>` : nothing}
      ${
        person.media.microphone
          ? icon('microphone')
          : html`<span class="off">${icon('microphoneOff')}</span
              ><span class="spoken">${this.t.muted}</span>`
      }
    </li>`;
  }

  #waiting(person: RemoteParticipant) {
    return html`<li part="person">
      <p class="who">
        <bdi>${person.name}</bdi>
        <span class="small muted">${this.#role(person.role)}</span>
      </p>
      <button
        class="button quiet compact"
        part="button"
        type="button"
        aria-label=${this.t.refuseName(person.name)}
        @click=${() => {
          quietly(this.session?.reject(person.id) ?? Promise.resolve());
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
          quietly(this.session?.admit(person.id) ?? Promise.resolve());
        }}
      >
        ${this.t.admit}
      </button>
    </li>`;
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
