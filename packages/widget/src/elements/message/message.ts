import { css, html, nothing, type TemplateResult } from 'lit';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { screen } from '../../styles/screen.ts';

/** A screen that says one thing and offers at most one. Emits `act` for what it offers. */
export class RendevMessage extends RendevElement {
  static override styles = [
    base,
    controls,
    screen,
    css`
      .dots {
        display: flex;
        justify-content: center;
        gap: 10px;
        padding-block: 8px;
      }
      .dots i {
        inline-size: 10px;
        block-size: 10px;
        border-radius: 50%;
        background: var(--rendev-accent);
        animation: breathe 1.4s ease-in-out infinite alternate;
      }
      .dots i:nth-child(2) {
        animation-delay: 0.35s;
      }
      .dots i:nth-child(3) {
        animation-delay: 0.7s;
      }
      @keyframes breathe {
        from {
          opacity: 0.2;
        }
      }
    `,
  ];
  static override properties = {
    heading: {},
    text: {},
    action: {},
    busy: { type: Boolean },
  };

  declare heading: string;
  declare text: string;
  /** Label of what is offered; empty for nothing. */
  declare action: string;
  declare busy: boolean;

  constructor() {
    super();
    this.heading = '';
    this.text = '';
    this.action = '';
    this.busy = false;
  }

  override render(): TemplateResult {
    return html`<div class="screen" aria-busy=${this.busy ? 'true' : 'false'}>
      <div class="card" part="card">
        <h2 class="title" part="title" tabindex="-1">${this.heading}</h2>
        ${this.text === '' ? nothing : html`<p class="lead">${this.text}</p>`}
        ${this.busy ? html`<div class="dots" aria-hidden="true"><i></i><i></i><i></i></div>` : nothing}
        ${
          this.action === ''
            ? nothing
            : html`<button
                class=${this.busy ? 'button' : 'button primary'}
                part="button"
                type="button"
                @click=${() => {
                  this.emit('act');
                }}
              >
                ${this.action}
              </button>`
        }
      </div>
    </div>`;
  }
}
