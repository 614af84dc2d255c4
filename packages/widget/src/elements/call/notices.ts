import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../icons/icons.ts';

/** A line over the stage that asks for nothing, or for one thing. */
export interface Notice {
  /** The same for as long as it is the same notice. */
  readonly key: string;
  readonly text: string;
  /** What helps. */
  readonly help?: string;
  readonly urgent?: boolean;
  readonly actions?: readonly { readonly label: string; readonly act: () => void }[];
  /** For one that the person may put away. */
  readonly close?: { readonly label: string; readonly act: () => void };
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

function noticeTemplate({ text, help, urgent, actions, close }: Notice) {
  return html`<div class=${urgent ? 'notice urgent' : 'notice'} part="notice">
    ${icon('alert')}
    <p>${text}${help ? html` <span class="muted">${help}</span>` : nothing}</p>
    ${
      actions || close
        ? html`<div class="actions">
            ${actions?.map(
              ({ label, act }) =>
                html`<button class="button compact" part="button" type="button" @click=${act}>
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
