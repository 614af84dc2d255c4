import { html } from 'lit';

/** The quiet way back to the code entry, where the person came by a code. */
export const otherCodeButton = (label: string, choose: () => void) =>
  html`<button class="button quiet" part="button" type="button" @click=${choose}>${label}</button>`;
