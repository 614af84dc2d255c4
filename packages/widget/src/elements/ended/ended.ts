import { html, nothing } from 'lit';
import type { EndReason, SessionState } from '../../engine/session-snapshot.ts';
import type { Rating } from '../../events/interview-events.ts';
import { endedTerms } from '../../locales/ended-terms.ts';
import { otherCodeButton } from '../base/other-code-button.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { screen } from '../../styles/screen.ts';
import { endedStyles } from './ended.styles.ts';
import { RendevRating } from './rating.ts';

type EndedState = Extract<SessionState, { name: 'ended' }>;

/** After these the call is over for the person, and it was theirs to judge. */
const RATED = new Set<EndReason>(['left', 'ended', 'expired', 'network-lost']);
/** Shorter than this is no time together, ms. */
const WORTH_TELLING_MS = 1_000;

/** It is over: why, how long it lasted, the way back. Emits `rejoin`, `other-code` and `rating`. */
export class RendevEnded extends RendevElement {
  static override uses = { 'rendev-rating': RendevRating };
  static override styles = [base, controls, screen, endedStyles];
  static override properties = {
    state: { attribute: false },
    canChangeCode: { type: Boolean },
    hides: { attribute: false },
  };

  declare state: EndedState | null;
  declare canChangeCode: boolean;
  declare hides: ReadonlySet<string>;

  constructor() {
    super();
    this.state = null;
    this.canChangeCode = false;
    this.hides = new Set();
  }

  override render() {
    if (this.state === null) return nothing;
    const { canRejoin, durationMs, reason, word } = this.state;
    const terms = this.#terms;
    const [heading, help] = terms.reasons[reason];
    const wasInside = durationMs >= WORTH_TELLING_MS;
    const asks = wasInside && RATED.has(reason) && !this.hides.has('rating');
    return html`
      <div class="screen">
        <div class="card" part="card">
          <h2 class="title" part="title" tabindex="-1">${heading}</h2>
          ${word === null ? nothing : this.#word(word)}
          <div class="stack">
            <p class="lead">${help}</p>
            ${
              wasInside
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
                  ${terms.rejoin}
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
          ${
            asks
              ? html`<rendev-rating
                  exportparts="rating, score, input, button"
                  lang=${this.lang}
                  @rating=${({ detail }: CustomEvent<Rating>) => {
                    this.emit('rating', detail);
                  }}
                ></rendev-rating>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  #word(word: string) {
    return html`<figure part="word">
      <figcaption class="small muted">${this.#terms.wordFrom}</figcaption>
      <blockquote><p dir="auto">${word}</p></blockquote>
    </figure>`;
  }

  #duration(ms: number): string {
    const terms = this.#terms;
    const seconds = Math.floor(ms / 1000);
    const minutes = Math.floor(seconds / 60);
    return terms.lasted(terms.duration(Math.floor(minutes / 60), minutes % 60, seconds % 60));
  }

  get #terms() {
    return endedTerms(this.localize.language);
  }
}
