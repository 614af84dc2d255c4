import { html } from 'lit';
import { icon } from '../../icons/icons.ts';

/** A line over the stage that asks for nothing, or for one thing. */
export interface Notice {
  readonly text: string;
  readonly urgent?: boolean;
  readonly actions?: readonly { readonly label: string; readonly act: () => void }[];
}

/** Laid over the stage, so that nothing moves when one comes or goes. */
export function noticesTemplate(notices: readonly Notice[]) {
  return html`<div class="notices" role="status">
    ${notices.map(
      ({ text, urgent, actions }) =>
        html`<div class=${urgent ? 'notice urgent' : 'notice'} part="notice">
          ${icon('alert')}
          <p>${text}</p>
          ${actions?.map(
            ({ label, act }) =>
              html`<button class="button compact" part="button" type="button" @click=${act}>
                ${label}
              </button>`,
          )}
        </div>`,
    )}
  </div>`;
}
