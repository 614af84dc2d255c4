import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Session } from '../../engine/session.ts';
import type { SessionSnapshot } from '../../engine/session-snapshot.ts';
import { callTerms } from '../../locales/call-terms.ts';
import { base } from '../../styles/base.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { RendevTile } from '../tile/tile.ts';
import { stageStyles } from './stage.styles.ts';
import { stageOf } from './stage-tiles.ts';
import { DEFAULT_STAGE_VIEW, type StageView } from './stage-view.ts';

/** The faces and screens. Emits `sound-blocked`, and `view` with what the person wants changed. */
export class RendevStage extends RendevElement {
  static override uses = { 'rendev-tile': RendevTile };
  static override styles = [base, stageStyles];
  static override properties = {
    session: { attribute: false },
    snapshot: { attribute: false },
    view: { attribute: false },
  };

  declare session: Session | null;
  declare snapshot: SessionSnapshot | null;
  declare view: StageView;

  constructor() {
    super();
    this.session = null;
    this.snapshot = null;
    this.view = DEFAULT_STAGE_VIEW;
  }

  override render() {
    const { session, snapshot } = this;
    if (session === null || snapshot === null) return nothing;
    const terms = callTerms(this.localize.language);
    const { layout, tiles } = stageOf(snapshot, this.t, terms, this.view.selfView);
    const alone = !snapshot.participants.some((person) => person.admitted);
    return html`
      ${
        alone
          ? html`<div class="alone">
              <p class="lead">${this.t.alone}</p>
              <p class="muted">${this.t.aloneHelp}</p>
            </div>`
          : nothing
      }
      <div class="tiles" data-layout=${layout} data-count=${tiles.length}>
        ${repeat(
          tiles,
          (tile) => tile.key,
          (tile) =>
            html`<rendev-tile
              part="tile"
              exportparts="tile-name, tile-condition"
              class=${tile.kind}
              lang=${this.lang}
              .view=${tile}
              .speakerId=${snapshot.media.speakerId}
              .read=${() => (tile.kind === 'screen' ? 0 : session.audioLevel(tile.participantId))}
              @sound-blocked=${() => {
                this.emit('sound-blocked');
              }}
            ></rendev-tile>`,
        )}
      </div>
    `;
  }

  /** To be called from a click. */
  startSound(): void {
    for (const tile of this.renderRoot.querySelectorAll<RendevTile>('rendev-tile')) {
      tile.startSound();
    }
  }
}
