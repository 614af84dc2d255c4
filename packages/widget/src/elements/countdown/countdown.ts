import { html, nothing, type TemplateResult } from 'lit';
import type { InterviewPublic } from '@rendev/interview-protocol';
import type { Session } from '../../engine/session.ts';
import type { LocalMedia } from '../../engine/session-snapshot.ts';
import type { MediaWanted } from '../../controllers/media-start.ts';
import { Ticker } from '../../controllers/ticker.ts';
import {
  countdownClock,
  dateAndTime,
  sameClock,
  viewerZone,
  zoneName,
} from '../../locales/time.ts';
import { interviewTitle } from '../base/interview-title.ts';
import { otherCodeButton } from '../base/other-code-button.ts';
import { RendevElement, registerAll } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { screen } from '../../styles/screen.ts';
import { countdownStyles } from './countdown.styles.ts';

const DAY_MS = 86_400_000;
const MILESTONES_MIN = [10, 5, 1];

/**
 * Too early: how long still, by the server's clock; meanwhile an entry for the calendar, and the
 * devices to try. Emits `other-code`.
 */
export class RendevCountdown extends RendevElement {
  static override styles = [base, controls, screen, countdownStyles];
  static override properties = {
    opensAt: { attribute: false },
    clockOffset: { attribute: false },
    interview: { attribute: false },
    viewerZone: { attribute: false },
    canChangeCode: { type: Boolean },
    session: { attribute: false },
    media: { attribute: false },
    wanted: { attribute: false },
    trying: { state: true },
    failed: { state: true },
  };

  /** ms, server's clock. */
  declare opensAt: number;
  /** Add to `Date.now()` for the server's clock, ms. */
  declare clockOffset: number;
  declare interview: InterviewPublic | null;
  declare viewerZone: string;
  declare canChangeCode: boolean;
  declare session: Session | null;
  declare media: LocalMedia | null;
  /** What the host wants to be on at the start. */
  declare wanted: MediaWanted;
  /** Whether the devices are being tried. */
  declare trying: boolean;
  /** Whether what a button needs did not arrive. */
  declare failed: boolean;
  #saidMinutes = Infinity;

  constructor() {
    super();
    this.opensAt = 0;
    this.clockOffset = 0;
    this.interview = null;
    this.viewerZone = viewerZone();
    this.canChangeCode = false;
    this.session = null;
    this.media = null;
    this.wanted = 'both';
    this.trying = false;
    this.failed = false;
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

  override render(): TemplateResult {
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
          ${this.#meanwhile()}
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

  #meanwhile() {
    return html`<div class="meanwhile">
        ${
          this.interview === null
            ? nothing
            : this.#button(this.t.addToCalendar, () => this.#addToCalendar())
        }
        ${
          this.session === null || this.wanted === 'none'
            ? nothing
            : this.#button(
                this.trying ? this.t.tryDevicesEnd : this.t.tryDevices,
                () => this.#tryDevices(),
                this.trying,
              )
        }
      </div>
      <p class="small" role="alert">${this.failed ? this.t.screenFailedHelp : nothing}</p>
      ${
        this.trying
          ? html`<rendev-device-check
              exportparts="preview, toggle, device, device-status, select, switch, button, primary-button, input, notice"
              lang=${this.lang}
              .session=${this.session}
              .media=${this.media}
              .wanted=${this.wanted}
            ></rendev-device-check>`
          : nothing
      }`;
  }

  #button(label: string, act: () => Promise<void>, expanded?: boolean) {
    return html`<button
      class="button"
      part="button"
      type="button"
      aria-expanded=${expanded ?? nothing}
      @click=${async () => {
        this.failed = false;
        // What it needs loads when it is first pressed.
        await act().catch(() => {
          this.failed = true;
        });
      }}
    >
      ${label}
    </button>`;
  }

  async #addToCalendar(): Promise<void> {
    const { interview, localize } = this;
    if (interview === null) return;
    const { saveEntry } = await import('../../calendar/save-entry.ts');
    const { language, locale } = localize;
    const page = location.href;
    saveEntry(interview, { language, locale, title: this.t.brand, page, now: Date.now() });
  }

  async #tryDevices(): Promise<void> {
    const { RendevDeviceCheck } = await import('../devices/device-check.ts');
    registerAll({ 'rendev-device-check': RendevDeviceCheck });
    this.trying = !this.trying;
  }

  #times(interview: InterviewPublic) {
    const start = Date.parse(interview.scheduledAt);
    const zone = interview.timeZone;
    const when = dateAndTime(start, this.localize.locale, zone);
    return html`<div class="times">
      <p>${this.t.startsAt(when)}</p>
      <p class="small muted">${zoneName(start, this.localize.locale, zone)}</p>
      ${
        sameClock(start, zone, this.viewerZone)
          ? nothing
          : html`<p class="small">
              ${this.t.hereAt(dateAndTime(start, this.localize.locale, this.viewerZone))}
            </p>`
      }
    </div>`;
  }
}
