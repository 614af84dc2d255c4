import { html } from 'lit';

/**
 * A switch, as `switches` draws it.
 *
 * @param id of the element with its name; the one with the explanation is `<id>-help`
 */
export function switchTemplate(id: string, on: boolean, toggle: () => void) {
  return html`<button
    class="switch"
    part="switch"
    type="button"
    role="switch"
    data-setting=${id}
    aria-checked=${on ? 'true' : 'false'}
    aria-labelledby=${id}
    aria-describedby="${id}-help"
    @click=${toggle}
  ></button>`;
}
