import { css, html, nothing } from 'lit';
import { Ticker } from '../../controllers/ticker.ts';
import { icon } from '../../icons/icons.ts';
import { countdownClock } from '../../locales/time.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';

const MINUTE_MS = 60_000;

/** How long the interview may still last, by the server's clock; what it tells aloud are notices. */
export class RendevRemaining extends RendevElement {
  static override styles = [
    base,
    css`
      p {
        display: flex;
        align-items: center;
        gap: 6px;
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      svg {
        inline-size: 18px;
        block-size: 18px;
      }
      .soon {
        color: var(--rendev-warning);
        font-weight: 600;
      }
    `,
  ];
  static override properties = {
    closesAt: { attribute: false },
    clockOffset: { attribute: false },
  };

  /** ms, server's clock; `null` for no end. */
  declare closesAt: number | null;
  /** Add to `Date.now()` for the server's clock, ms. */
  declare clockOffset: number;

  constructor() {
    super();
    this.closesAt = null;
    this.clockOffset = 0;
    new Ticker(this, () => Date.now() + this.clockOffset);
  }

  get #left(): number {
    return (this.closesAt ?? Infinity) - (Date.now() + this.clockOffset);
  }

  override render() {
    if (this.closesAt === null) return nothing;
    const soon = this.#left <= 10 * MINUTE_MS;
    return html`<p class=${soon ? 'soon' : ''} role="timer">
      ${icon('clock')}${this.#words(soon)}
    </p>`;
  }

  #words(soon: boolean): string {
    if (soon) return this.t.timeLeft(countdownClock(this.#left));
    const minutes = Math.ceil(this.#left / MINUTE_MS);
    return minutes < 60
      ? this.t.minutesLeft(minutes)
      : this.t.hoursLeft(Math.floor(minutes / 60), minutes % 60);
  }
}
