import { html, nothing } from 'lit';
import type { StageTerms } from '../../locales/stage-terms.ts';
import { tileIcon } from './tile-icons.ts';
import type { TileView } from './tile-view.ts';

export interface TileActs {
  readonly pin: () => void;
  readonly hide: () => void;
  /** @param key an arrow's name, or empty for the next corner round */
  readonly move: (key: string) => void;
}

/** What can be done with a tile. Seen on hover and focus, after a tap, and while it is pinned. */
export function actionsTemplate(view: TileView, terms: StageTerms, acts: TileActs) {
  const pin = pinName(view, terms);
  return html`<div class="actions">
    ${view.floating ? moveHandle(terms, acts) : nothing}
    ${
      view.kind === 'self'
        ? html`<button
            class="action"
            part="tile-action"
            type="button"
            data-action="hide"
            aria-label=${terms.hideSelf}
            title=${terms.hideSelf}
            @click=${acts.hide}
          >
            ${tileIcon('hide')}
          </button>`
        : nothing
    }
    <button
      class="action"
      part="tile-action"
      type="button"
      data-action="pin"
      aria-pressed=${view.pinned ? 'true' : 'false'}
      aria-label=${pin}
      title=${pin}
      @click=${acts.pin}
    >
      ${tileIcon('pin')}
    </button>
  </div>`;
}

/** A press does what dragging does, for who cannot drag (WCAG 2.5.7). */
function moveHandle(terms: StageTerms, acts: TileActs) {
  return html`<button
    class="action"
    part="tile-action"
    type="button"
    data-action="move"
    aria-label=${terms.moveSelf}
    aria-description=${terms.moveSelfHelp}
    title=${terms.moveSelf}
    @click=${() => {
      acts.move('');
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (!event.key.startsWith('Arrow')) return;
      // Neither the page nor a shortcut of the call takes it too.
      event.preventDefault();
      event.stopPropagation();
      acts.move(event.key);
    }}
  >
    ${tileIcon('move')}
  </button>`;
}

function pinName({ kind, name }: TileView, terms: StageTerms): string {
  switch (kind) {
    case 'self':
      return terms.pinSelf;
    case 'person':
      return terms.pinPerson(name);
    case 'screen':
      return terms.pinScreen(name);
  }
}
