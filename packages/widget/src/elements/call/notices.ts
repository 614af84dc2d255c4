import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type IconName, icon } from '../../icons/icons.ts';

interface NoticeAction {
  readonly label: string;
  /** Where the label alone does not tell what it is about. */
  readonly name?: string;
  readonly act: () => void;
}

/** A line over the stage that asks for nothing, or for one thing. */
export interface Notice {
  /** The same for as long as it is the same notice. */
  readonly key: string;
  readonly text: string;
  /** What helps. */
  readonly help?: string;
  readonly urgent?: boolean;
  readonly icon?: IconName;
  readonly actions?: readonly NoticeAction[];
  /** For one that the person may put away. */
  readonly close?: NoticeAction;
}

/**
 * Laid over the stage, so that nothing moves when one comes or goes. A screen reader hears each one
 * when it comes, and not the others again.
 */
export function noticesTemplate(notices: readonly Notice[]) {
  return html`<div class="notices" role="status" aria-atomic="false">
    ${repeat(notices, ({ key }) => key, noticeTemplate)}
  </div>`;
}

function noticeTemplate({ text, help, urgent, icon: drawn = 'alert', actions, close }: Notice) {
  return html`<div class=${urgent ? 'notice urgent' : 'notice'} part="notice">
    ${icon(drawn)}
    <p>${text}${help ? html` <span class="muted">${help}</span>` : nothing}</p>
    ${
      actions || close
        ? html`<div class="actions">
            ${actions?.map(
              ({ label, name, act }) =>
                html`<button
                  class="button compact"
                  part="button"
                  type="button"
                  aria-label=${name ?? nothing}
                  @click=${act}
                >
                  ${label}
                </button>`,
            )}
            ${
              close
                ? html`<button
                    class="icon-button"
                    part="button"
                    type="button"
                    aria-label=${close.label}
                    title=${close.label}
                    @click=${close.act}
                  >
                    ${icon('close')}
                  </button>`
                : nothing
            }
          </div>`
        : nothing
    }
  </div>`;
}
