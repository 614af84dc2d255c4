import { html, nothing } from 'lit';
import type { InterviewPublic } from '@rendev/interview-protocol';
import { Ticker } from '../../controllers/ticker.ts';
import {
  calendarDate,
  clockTime,
  countdownClock,
  sameClock,
  viewerZone,
  zoneName,
} from '../../locales/time.ts';
import { interviewTitle } from '../base/interview-title.ts';
import { otherCodeButton } from '../base/other-code-button.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { screen } from '../../styles/screen.ts';
import { countdownStyles } from './countdown.styles.ts';

const DAY_MS = 86_400_000;
const MILESTONES_MIN = [10, 5, 1];

/** Too early: how long still, by the server's clock. Emits `other-code`. */
export class RendevCountdown extends RendevElement {
  static override styles = [base, controls, screen, countdownStyles];
  static override properties = {
    opensAt: { attribute: false },
    clockOffset: { attribute: false },
    interview: { attribute: false },
    viewerZone: { attribute: false },
    canChangeCode: { type: Boolean },
  };

  /** ms, server's clock. */
  declare opensAt: number;
  /** Add to `Date.now()` for the server's clock, ms. */
  declare clockOffset: number;
  declare interview: InterviewPublic | null;
  declare viewerZone: string;
  declare canChangeCode: boolean;
  #saidMinutes = Infinity;

  constructor() {
    super();
    this.opensAt = 0;
    this.clockOffset = 0;
    this.interview = null;
    this.viewerZone = viewerZone();
    this.canChangeCode = false;
    new Ticker(this, () => Date.now() + this.clockOffset);
  }

  get #left(): number {
    return this.opensAt - (Date.now() + this.clockOffset);
  }

  override updated() {
    const minutes = Math.ceil(this.#left / 60_000);
    if (minutes < this.#saidMinutes && MILESTONES_MIN.includes(minutes)) {
      this.announce(this.t.opensInMinutes(minutes));
    }
    this.#saidMinutes = minutes;
  }

  override render() {
    const days = Math.floor(this.#left / DAY_MS);
    return html`
      <div class="screen">
        <div class="card" part="card">
          <div class="stack">
            <slot name="logo"></slot>
            <h2 class="title" part="title" tabindex="-1">
              <bdi>${interviewTitle(this.interview, this.t.brand)}</bdi>
            </h2>
          </div>
          <p class="lead">${this.t.countdown}</p>
          <div>
            <p class="small muted">${this.t.opensIn}</p>
            <p class="clock" part="countdown" role="timer">
              ${days > 0 ? html`<span>${this.t.countdownDays(days)}</span>` : nothing}
              ${countdownClock(days > 0 ? this.#left % DAY_MS : this.#left)}
            </p>
          </div>
          ${this.interview === null ? nothing : this.#times(this.interview)}
          <p class="muted small">${this.t.opensByItself}</p>
          ${
            this.canChangeCode
              ? otherCodeButton(this.t.otherCode, () => {
                  this.emit('other-code');
                })
              : nothing
          }
        </div>
      </div>
    `;
  }

  #times(interview: InterviewPublic) {
    const start = Date.parse(interview.scheduledAt);
    const zone = interview.timeZone;
    const when = (ms: number) =>
      `${calendarDate(ms, this.localize.locale, zone)} ${clockTime(ms, this.localize.locale, zone)}`;
    return html`<div class="times">
      <p>${this.t.startsAt(when(start))}</p>
      <p class="small muted">${zoneName(start, this.localize.locale, zone)}</p>
      ${
        sameClock(start, zone, this.viewerZone)
          ? nothing
          : html`<p class="small">
              ${this.t.hereAt(
                `${calendarDate(start, this.localize.locale, this.viewerZone)} ${clockTime(start, this.localize.locale, this.viewerZone)}`,
              )}
            </p>`
      }
    </div>`;
  }
}
