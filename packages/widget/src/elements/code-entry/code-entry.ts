import { html, nothing, type TemplateResult } from 'lit';
import { LIMITS } from '@rendev/interview-protocol/limits';
import type { RendevError } from '../../engine/rendev-error.ts';
import { Ticker } from '../../controllers/ticker.ts';
import { icon } from '../../icons/icons.ts';
import { type Trouble, describeError } from '../../locales/errors.ts';
import { inAppOf } from '../../locales/in-app-of.ts';
import { RendevElement, registerAll } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { screen } from '../../styles/screen.ts';
import { RendevCodeField } from './code-field.ts';
import { codeEntryStyles } from './code-entry.styles.ts';

export interface CodeEntryDetail {
  readonly code: string;
  readonly name: string;
}

/** The first screen: a code, and a name where it is asked for. Emits `enter` with both. */
export class RendevCodeEntry extends RendevElement {
  static override uses = { 'rendev-code-field': RendevCodeField };
  static override styles = [base, controls, screen, codeEntryStyles];
  static override properties = {
    code: {},
    name: {},
    busy: { type: Boolean },
    error: { attribute: false },
    hides: { attribute: false },
    local: { state: true },
    retryAt: { state: true },
  };

  /** Prefilled. */
  declare code: string;
  declare name: string;
  declare busy: boolean;
  /** Why the last code was refused. */
  declare error: RendevError | null;
  declare hides: ReadonlySet<string>;
  /** What does not fit before anything is sent. */
  declare local: 'code' | 'name' | null;
  /** No attempt before this moment, ms. */
  declare retryAt: number;

  constructor() {
    super();
    this.code = '';
    this.name = '';
    this.busy = false;
    this.error = null;
    this.hides = new Set();
    this.local = null;
    this.retryAt = 0;
    new Ticker(this, Date.now);
  }

  override firstUpdated() {
    // The way out of an app's own view: elsewhere nobody loads it.
    if (inAppOf(navigator.userAgent) === null) return;
    import('../in-app/in-app.ts')
      .then(({ RendevInApp }) => {
        registerAll({ 'rendev-in-app': RendevInApp });
      })
      .catch(() => undefined);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (!changed.has('error')) return;
    this.local = null;
    this.retryAt = Date.now() + (this.error?.retryAfterMs ?? 0);
  }

  override updated(changed: Map<PropertyKey, unknown>) {
    // The person is at work here: bring them back to what has to be changed.
    if (changed.has('error') && this.error !== null && this.matches(':focus-within')) {
      this.#focusProblem();
    }
  }

  override render(): TemplateResult {
    const wait = Math.ceil((this.retryAt - Date.now()) / 1000);
    const trouble = this.#trouble();
    return html`
      <form
        class="screen"
        novalidate
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          this.#submit();
        }}
      >
        <div class="card" part="card">
          <div class="stack">
            <slot name="logo"></slot>
            <h2 class="title" part="title" tabindex="-1">${this.t.brand}</h2>
          </div>
          <rendev-in-app exportparts="button, input, notice" lang=${this.lang}></rendev-in-app>
          <p class="lead">${this.t.codeLead}</p>
          <div class="fields">
            <rendev-code-field
              exportparts="code, code-input"
              lang=${this.lang}
              .value=${this.code}
              .label=${this.t.code}
              .invalid=${trouble !== null && !this.#asksName()}
              .problem=${trouble ? `${trouble.sentence} ${trouble.remedy}` : ''}
              @input=${() => {
                this.local = null;
              }}
              @keydown=${(event: KeyboardEvent) => {
                // The browser submits by Enter only what is in the same tree as the form.
                if (event.key === 'Enter' && !event.isComposing) this.#submit();
              }}
            ></rendev-code-field>
            ${this.#asksName() ? this.#nameField() : nothing}
            <div role="alert">
              ${
                trouble &&
                html`<p class="problem" part="problem">
                  ${icon('alert')}
                  <span><strong>${trouble.sentence}</strong> ${trouble.remedy}</span>
                </p>`
              }
            </div>
          </div>
          <button
            class="button primary"
            part="button primary-button"
            type="submit"
            aria-disabled=${this.busy || wait > 0 ? 'true' : 'false'}
          >
            ${
              this.busy
                ? html`<span class="spinner"></span>${this.t.checking}`
                : wait > 0
                  ? this.t.tryAgainIn(wait)
                  : this.t.enter
            }
          </button>
          ${this.hides.has('help') ? nothing : html`<p class="muted">${this.t.codeHelp}</p>`}
        </div>
      </form>
    `;
  }

  #asksName(): boolean {
    return this.local === 'name' || this.error?.code === 'name-required';
  }

  #nameField() {
    return html`<div class="field">
      <label for="name">${this.t.name}</label>
      <input
        id="name"
        class="input"
        part="input"
        name="name"
        autocomplete="name"
        maxlength=${LIMITS.nameLength}
        .value=${this.name}
        @input=${(event: InputEvent & { target: HTMLInputElement }) => {
          this.name = event.target.value;
        }}
      />
      <p class="small muted">${this.t.nameHelp}</p>
    </div>`;
  }

  #trouble(): Trouble | null {
    if (this.local === 'code') return { sentence: this.t.codeShort, remedy: '' };
    if (this.local === 'name') return { sentence: this.t.nameMissing, remedy: '' };
    if (this.error === null) return null;
    const trouble = describeError(this.localize.language, this.error.code);
    const wait = this.error.retryAfterMs;
    return wait === undefined
      ? trouble
      : { sentence: trouble.sentence, remedy: this.t.waitSeconds(Math.ceil(wait / 1000)) };
  }

  #submit(): void {
    if (this.busy || this.retryAt > Date.now()) return;
    const code = this.renderRoot.querySelector<RendevCodeField>('rendev-code-field')?.value ?? '';
    const name = this.name.trim();
    if (code.length < LIMITS.codeLengthMin) this.local = 'code';
    else if (this.#asksName() && name === '') this.local = 'name';
    else {
      this.emit('enter', { code, name } satisfies CodeEntryDetail);
      return;
    }
    this.#focusProblem();
  }

  #focusProblem(): void {
    const field = this.renderRoot.querySelector<RendevCodeField>('rendev-code-field');
    const name = this.renderRoot.querySelector<HTMLInputElement>('#name');
    if (name !== null) {
      name.focus();
    } else {
      field?.focus();
      // A refused code is typed anew, one that is too short is gone on with.
      if (this.local === null) field?.select();
    }
  }
}
