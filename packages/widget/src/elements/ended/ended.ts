import { html, nothing } from 'lit';
import type { SessionState } from '../../engine/session-snapshot.ts';
import { otherCodeButton } from '../base/other-code-button.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { screen } from '../../styles/screen.ts';

type EndedState = Extract<SessionState, { name: 'ended' }>;

/** It is over: why, how long it lasted, the way back. Emits `rejoin` and `other-code`. */
export class RendevEnded extends RendevElement {
  static override styles = [base, controls, screen];
  static override properties = {
    state: { attribute: false },
    canChangeCode: { type: Boolean },
  };

  declare state: EndedState | null;
  declare canChangeCode: boolean;

  constructor() {
    super();
    this.state = null;
    this.canChangeCode = false;
  }

  override render() {
    if (this.state === null) return nothing;
    const { canRejoin, durationMs } = this.state;
    const [heading, help] = this.#words(this.state);
    return html`
      <div class="screen">
        <div class="card" part="card">
          <h2 class="title" part="title" tabindex="-1">${heading}</h2>
          <div class="stack">
            <p class="lead">${help}</p>
            ${
              durationMs >= 1000
                ? html`<p class="muted" part="duration">${this.#duration(durationMs)}</p>`
                : nothing
            }
          </div>
          <slot></slot>
          ${
            canRejoin
              ? html`<button
                  class="button primary"
                  part="button primary-button"
                  type="button"
                  @click=${() => {
                    this.emit('rejoin');
                  }}
                >
                  ${this.t.rejoin}
                </button>`
              : nothing
          }
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

  #words({ reason }: EndedState): readonly [heading: string, help: string] {
    const { t } = this;
    switch (reason) {
      case 'left':
        return [t.endedLeft, t.thanks];
      case 'ended':
        return [t.endedEnded, t.thanks];
      case 'expired':
        return [t.endedExpired, t.thanks];
      case 'canceled':
        return [t.endedCanceled, t.endedRejectedHelp];
      case 'removed':
        return [t.endedRemoved, t.endedRejectedHelp];
      case 'rejected':
        return [t.endedRejected, t.endedRejectedHelp];
      case 'duplicate-session':
        return [t.endedDuplicate, t.endedDuplicateHelp];
      case 'network-lost':
        return [t.endedNetwork, t.endedNetworkHelp];
    }
  }

  #duration(ms: number): string {
    const seconds = Math.floor(ms / 1000);
    const minutes = Math.floor(seconds / 60);
    return this.t.lasted(this.t.duration(Math.floor(minutes / 60), minutes % 60, seconds % 60));
  }
}
