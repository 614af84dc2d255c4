import { html, nothing } from 'lit';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { dialogStyles } from './dialog.styles.ts';
import type { Question } from './question.ts';

/**
 * Asks before something that hurts; open for as long as it is rendered. The focus is on the answer
 * that does nothing, and Escape and a press beside it give that one. Emits `answer` with `null` for
 * it, or else with the word that goes along, which may be empty.
 */
export class RendevDialog extends RendevElement {
  static override styles = [base, controls, dialogStyles];
  static override properties = {
    question: { attribute: false },
    word: { state: true },
  };

  declare question: Question | null;
  declare word: string;

  constructor() {
    super();
    this.question = null;
    this.word = '';
  }

  override updated() {
    const dialog = this.#dialog;
    if (dialog === null || dialog.open) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('.cancel')?.focus();
  }

  override render() {
    const { question } = this;
    if (question === null) return nothing;
    return html`<dialog
      part="dialog"
      aria-labelledby="heading"
      aria-describedby="text"
      @keydown=${(event: KeyboardEvent) => {
        // No key of the dialog is one of the page behind it.
        event.stopPropagation();
      }}
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.#answer(null);
      }}
      @click=${(event: Event) => {
        if (event.target === event.currentTarget) this.#answer(null);
      }}
    >
      <div class="ask">
        <h2 id="heading">${question.heading}</h2>
        <p id="text">${question.text}</p>
        ${question.word === undefined ? nothing : this.#wordField(question.word)}
        <div class="answers">
          <button
            class="button cancel"
            part="button"
            type="button"
            @click=${() => {
              this.#answer(null);
            }}
          >
            ${question.cancel}
          </button>
          <button
            class="button danger"
            part="button"
            type="button"
            @click=${() => {
              this.#answer(this.word.trim());
            }}
          >
            ${question.confirm}
          </button>
        </div>
      </div>
    </dialog>`;
  }

  #wordField({ label, help, ready, maxLength }: NonNullable<Question['word']>) {
    return html`<div class="field">
      <label for="word">${label}</label>
      <input
        class="input"
        part="input"
        id="word"
        autocomplete="off"
        aria-describedby="word-help"
        maxlength=${maxLength}
        .value=${this.word}
        @input=${(event: InputEvent) => {
          this.word = (event.target as HTMLInputElement).value;
        }}
      />
      <p class="small muted" id="word-help">${help}</p>
      <div class="ready">
        ${ready.map(
          (word) =>
            html`<button
              class="button compact"
              part="button"
              type="button"
              aria-pressed=${this.word === word ? 'true' : 'false'}
              @click=${() => {
                this.word = this.word === word ? '' : word;
              }}
            >
              ${word}
            </button>`,
        )}
      </div>
    </div>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** Closed before it goes, so that the browser gives the focus back. */
  #answer(word: string | null): void {
    this.#dialog?.close();
    this.emit('answer', word);
  }
}
