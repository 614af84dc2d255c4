import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { codeFieldStyles } from './code-field.styles.ts';
import { CELLS, GROUP, caretAfter, readCode, showCode } from './code-text.ts';

/**
 * One real text input drawn as cells. Each character stands in its cell by a fixed-width font and
 * letter spacing, so caret, selection, paste and autofill are the browser's own.
 *
 * Fires `input` (bubbling, composed) as a native field does.
 */
export class RendevCodeField extends RendevElement {
  static override shadowRootOptions = { mode: 'open' as const, delegatesFocus: true };
  static override styles = [base, controls, codeFieldStyles];
  static override properties = {
    value: {},
    label: {},
    invalid: { type: Boolean },
    problem: {},
    cells: { state: true },
    picked: { state: true },
    hangul: { state: true },
  };

  /** Symbols only. */
  declare value: string;
  declare label: string;
  declare invalid: boolean;
  /** Spoken with the field. */
  declare problem: string;
  /** Whether what is typed fits the cells; while Hangul is composed it does not. */
  declare cells: boolean;
  /** Symbols that are selected; an empty range is the place of the next one. `null` without focus. */
  declare picked: readonly [from: number, to: number] | null;
  declare hangul: boolean;

  constructor() {
    super();
    this.value = '';
    this.label = '';
    this.problem = '';
    this.invalid = false;
    this.cells = true;
    this.picked = null;
    this.hangul = false;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  override render(): TemplateResult {
    return html`
      <label class="label" for="code">${this.label}</label>
      <div class=${classMap({ code: true, cells: this.cells, invalid: this.invalid })} part="code">
        ${this.cells ? this.#cells() : null}
        <input
          id="code"
          name="code"
          part="code-input"
          type="text"
          dir="ltr"
          inputmode="text"
          autocomplete="one-time-code"
          autocapitalize="off"
          autocorrect="off"
          spellcheck="false"
          enterkeyhint="go"
          maxlength="2000"
          aria-invalid=${this.invalid ? 'true' : 'false'}
          aria-describedby="notice problem"
          @input=${(event: InputEvent) => {
            this.#typed(event);
          }}
          @compositionend=${() => {
            // The next composition may begin in the same task; the value is left alone until then.
            setTimeout(() => {
              this.#tidy();
            });
          }}
          @focus=${() => {
            this.#caretMoved();
          }}
          @blur=${() => {
            this.#tidy();
            this.picked = null;
          }}
          @keyup=${() => {
            this.#caretMoved();
          }}
          @pointerup=${() => {
            this.#caretMoved();
          }}
          @select=${() => {
            this.#caretMoved();
          }}
        />
      </div>
      <p id="notice" class="small muted" role="status">${this.hangul ? this.t.codeHangul : ''}</p>
      <p id="problem" class="spoken">${this.problem}</p>
    `;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (changed.has('value')) this.value = readCode(this.value).symbols;
  }

  override updated(changed: Map<PropertyKey, unknown>) {
    const input = this.#input;
    if (changed.has('value') && input !== null && readCode(input.value).symbols !== this.value) {
      input.value = showCode(this.value);
      this.cells = this.value.length <= CELLS;
    }
  }

  /** Marks what was typed, so that the next key replaces it. */
  select(): void {
    this.#input?.select();
  }

  #cells() {
    const [from, to] = this.picked ?? [-1, -1];
    const shown = Array.from({ length: CELLS }, (_, place) => {
      const active = from === to && place === from;
      const cell = { cell: true, active, picked: from <= place && place < to };
      return html`${place === GROUP ? html`<i class="hyphen"></i>` : nothing}<i
          class=${classMap(cell)}
        ></i>`;
    });
    return html`<div class="drawn" aria-hidden="true">${shown}</div>`;
  }

  #typed(event: InputEvent): void {
    const input = this.#input;
    if (input === null) return;
    let { symbols } = readCode(input.value);
    if (event.inputType === 'deleteContentBackward' && symbols === this.value && symbols !== '') {
      // Only the hyphen was deleted: the person means the symbol before it.
      const caret = this.#symbolsBeforeCaret(input);
      symbols = symbols.slice(0, caret - 1) + symbols.slice(caret);
      input.value = symbols;
      input.setSelectionRange(caret - 1, caret - 1);
    }
    this.value = symbols;
    if (event.isComposing) {
      this.cells = false;
      return;
    }
    this.#tidy();
  }

  /** Writes the code as it is shown, with the caret after the same symbol. */
  #tidy(): void {
    const input = this.#input;
    if (input === null) return;
    const { symbols, fromHangul } = readCode(input.value);
    const caret = this.#symbolsBeforeCaret(input);
    const shown = showCode(symbols);
    if (input.value !== shown) {
      input.value = shown;
      const place = caretAfter(caret, symbols);
      if (this.shadowRoot?.activeElement === input) input.setSelectionRange(place, place);
    }
    if (fromHangul) this.hangul = true;
    else if (symbols === '') this.hangul = false;
    this.value = symbols;
    this.cells = symbols.length <= CELLS;
    this.#caretMoved();
  }

  #symbolsBeforeCaret(input: HTMLInputElement): number {
    return symbolsBefore(input, input.selectionStart);
  }

  #caretMoved(): void {
    const input = this.#input;
    const focused = input !== null && this.shadowRoot?.activeElement === input;
    this.picked = focused
      ? [symbolsBefore(input, input.selectionStart), symbolsBefore(input, input.selectionEnd)]
      : null;
  }
}

function symbolsBefore(input: HTMLInputElement, place: number | null): number {
  return readCode(input.value.slice(0, place ?? input.value.length)).symbols.length;
}
