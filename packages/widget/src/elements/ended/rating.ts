import { html, nothing } from 'lit';
import type { Rating } from '../../events/interview-events.ts';
import { endedTerms } from '../../locales/ended-terms.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { ratingStyles } from './rating.styles.ts';

const SCORES = [1, 2, 3, 4, 5] as const;
const COMMENT_LENGTH = 1_000;

/** Asks how the call was, in five steps with words and a free comment. Emits `rating`. */
export class RendevRating extends RendevElement {
  static override styles = [base, controls, ratingStyles];
  static override properties = {
    score: { state: true },
    sent: { state: true },
  };

  declare score: Rating['score'] | null;
  declare sent: boolean;

  constructor() {
    super();
    this.score = null;
    this.sent = false;
  }

  override render() {
    const terms = endedTerms(this.localize.language).rating;
    if (this.sent) return html`<p class="thanks" role="status" tabindex="-1">${terms.thanks}</p>`;
    return html`<form
      part="rating"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.#send();
      }}
    >
      <fieldset>
        <legend>${terms.question}</legend>
        <div class="scores">
          ${SCORES.map(
            (score) =>
              html`<label part="score">
                <input
                  type="radio"
                  name="score"
                  value=${score}
                  .checked=${this.score === score}
                  @change=${() => {
                    this.score = score;
                  }}
                />
                <span>${terms.scores[score]}</span>
              </label>`,
          )}
        </div>
      </fieldset>
      ${this.score === null ? nothing : this.#comment()}
    </form>`;
  }

  #comment() {
    const terms = endedTerms(this.localize.language).rating;
    return html`<div class="field">
        <label for="comment">${terms.comment}</label>
        <textarea
          id="comment"
          class="input"
          part="input"
          rows="3"
          maxlength=${COMMENT_LENGTH}
          aria-describedby="comment-help"
        ></textarea>
        <p id="comment-help" class="small muted">${terms.commentHelp}</p>
      </div>
      <button class="button" part="button" type="submit">${terms.send}</button>`;
  }

  async #send(): Promise<void> {
    if (this.score === null) return;
    const comment = this.renderRoot.querySelector('textarea')?.value.trim() ?? '';
    this.emit('rating', { score: this.score, comment } satisfies Rating);
    this.sent = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.thanks')?.focus();
  }
}
