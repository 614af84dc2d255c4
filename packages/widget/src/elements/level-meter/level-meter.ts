import { html } from 'lit';
import { FrameLoop } from '../../controllers/frame-loop.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { levelMeterStyles } from './level-meter.styles.ts';

/** Above this a voice was heard and not the room. */
const HEARD = 0.06;

/** How loud the microphone is, as a row of segments. Emits `heard` at the first voice. */
export class RendevLevelMeter extends RendevElement {
  static override styles = [base, levelMeterStyles];
  static override properties = { read: { attribute: false } };

  /** The level at this moment, 0 to 1. */
  declare read: () => number;
  #shown = 0;
  #heard = false;

  constructor() {
    super();
    this.read = () => 0;
    new FrameLoop(this, () => {
      this.#step();
    });
  }

  override render() {
    return html`<div class="track" aria-hidden="true"><div class="fill"></div></div>`;
  }

  #step(): void {
    const level = Math.min(1, this.read());
    // Up at once, down slowly, as eyes expect it of a meter.
    this.#shown = Math.max(level, this.#shown * 0.8);
    this.style.setProperty('--level', this.#shown.toFixed(2));
    if (!this.#heard && level > HEARD) {
      this.#heard = true;
      this.emit('heard');
    }
  }
}
