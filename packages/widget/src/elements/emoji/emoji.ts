import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { type EmojiTerms, emojiTerms } from '../../locales/emoji-terms.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { type Emoji, type EmojiGroup, findEmoji } from './emoji-data.ts';
import { emojiStyles } from './emoji.styles.ts';
import { noteEmoji, recentEmoji } from './recent-emoji.ts';

/** px, of one emoji's button. */
const CELL = 44;
/** Search answers; more are found by another word sooner than by looking. */
const FOUND_MOST = 120;
/** Shown on the tabs, in the order of the groups. */
const TABS = ['😀', '👋', '🐶', '🍎', '🚗', '⚽', '💡', '🔣'] as const;
const RECENT = -1;

/** A choice of emoji, drawn by the system's own font. Emits `pick` with the symbol. */
export class RendevEmoji extends RendevElement {
  static override styles = [base, controls, emojiStyles];
  static override properties = {
    groups: { attribute: false },
    query: { state: true },
    group: { state: true },
    columns: { state: true },
    at: { state: true },
  };

  declare groups: readonly EmojiGroup[];
  declare query: string;
  /** Place of the group that is shown. */
  declare group: number;
  declare columns: number;
  /** Place of the emoji that Tab leads to. */
  declare at: number;
  readonly #recent: readonly string[] = recentEmoji();
  readonly #size = new ResizeObserver(([entry]) => {
    if (entry) this.columns = Math.max(1, Math.floor(entry.contentRect.width / CELL));
  });

  constructor() {
    super();
    this.groups = [];
    this.query = '';
    this.group = this.#recent.length > 0 ? RECENT : 0;
    this.columns = 6;
    this.at = 0;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  override updated() {
    const grid = this.#grid;
    if (grid === null) return;
    this.#size.observe(grid);
    grid.style.setProperty('--columns', String(this.columns));
  }

  /** To the search field; on a touch screen, where that would call the keyboard, to the tabs. */
  override focus(): void {
    const target = matchMedia('(pointer: coarse)').matches ? '[role=tab][tabindex="0"]' : 'input';
    this.renderRoot.querySelector<HTMLElement>(target)?.focus();
  }

  override render() {
    const t = emojiTerms(this.localize.language);
    const searching = this.query.trim() !== '';
    const shown = this.#shown(searching);
    return html`
      <input
        class="input"
        type="search"
        autocomplete="off"
        enterkeyhint="search"
        aria-label=${t.search}
        placeholder=${t.search}
        .value=${this.query}
        @input=${({ currentTarget }: InputEvent & { currentTarget: HTMLInputElement }) => {
          this.query = currentTarget.value;
          this.#start();
        }}
        @keydown=${(event: KeyboardEvent) => {
          this.#searchKey(event, shown);
        }}
      />
      <p class="spoken" role="status">${searching ? t.found(shown.length) : nothing}</p>
      ${searching ? nothing : this.#tabs(t)} ${this.#cells(shown, searching, t)}
    `;
  }

  #tabs(t: EmojiTerms) {
    const tab = (group: number, symbol: string, label: string) =>
      html`<button
        type="button"
        role="tab"
        aria-label=${label}
        title=${label}
        aria-selected=${this.group === group ? 'true' : 'false'}
        tabindex=${this.group === group ? 0 : -1}
        data-group=${group}
        @click=${() => {
          this.#show(group);
        }}
      >
        ${symbol}
      </button>`;
    return html`<div
      class="tabs"
      role="tablist"
      aria-label=${t.categories}
      @keydown=${(event: KeyboardEvent) => {
        this.#tabKey(event);
      }}
    >
      ${this.#recent.length > 0 ? tab(RECENT, '🕘', t.recent) : nothing}
      ${TABS.map((symbol, group) => tab(group, symbol, t.groups[group] ?? ''))}
    </div>`;
  }

  #cells(shown: readonly Emoji[], searching: boolean, t: EmojiTerms) {
    if (shown.length === 0) return html`<p class="nothing muted">${t.nothing}</p>`;
    const label = searching
      ? t.results
      : this.group === RECENT
        ? t.recent
        : (t.groups[this.group] ?? '');
    const rows = Array.from({ length: Math.ceil(shown.length / this.columns) }, (_, row) => row);
    return html`<div
      class="grid"
      part="emoji"
      role="grid"
      aria-label=${label}
      aria-rowcount=${rows.length}
      @keydown=${(event: KeyboardEvent) => {
        this.#gridKey(event, shown.length);
      }}
    >
      ${rows.map((row) => {
        const from = row * this.columns;
        const cells = shown.slice(from, from + this.columns);
        const here = this.at >= from && this.at < from + this.columns ? this.at : -1;
        return guard([here, ...cells], () => this.#row(cells, from));
      })}
    </div>`;
  }

  #row(cells: readonly Emoji[], from: number) {
    return html`<div class="row" role="row">
      ${cells.map(
        ({ symbol, name }, place) =>
          html`<span role="gridcell"
            ><button
              type="button"
              aria-label=${name}
              title=${name}
              tabindex=${this.at === from + place ? 0 : -1}
              data-place=${from + place}
              @click=${() => {
                this.#pick(symbol);
              }}
            >
              ${symbol}
            </button></span
          >`,
      )}
    </div>`;
  }

  #shown(searching: boolean): readonly Emoji[] {
    if (searching) return findEmoji(this.groups, this.query, FOUND_MOST);
    if (this.group !== RECENT) return this.groups[this.group] ?? [];
    const bySymbol = new Map(this.groups.flat().map((emoji) => [emoji.symbol, emoji]));
    return this.#recent.flatMap((symbol) => bySymbol.get(symbol) ?? []);
  }

  get #grid(): HTMLElement | null {
    return this.renderRoot.querySelector('.grid');
  }

  #show(group: number): void {
    this.group = group;
    this.#start();
  }

  #start(): void {
    this.at = 0;
    this.#grid?.scrollTo(0, 0);
  }

  #searchKey(event: KeyboardEvent, shown: readonly Emoji[]): void {
    const composing = event.isComposing || (event as { keyCode?: number }).keyCode === 229;
    if (composing) return;
    const first = shown[0];
    if (event.key === 'Enter') {
      event.preventDefault();
      if (this.query.trim() !== '' && first !== undefined) this.#pick(first.symbol);
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.#goTo(this.at);
    }
  }

  #tabKey(event: KeyboardEvent): void {
    const groups = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')].map((tab) =>
      Number(tab.dataset['group']),
    );
    const at = groups.indexOf(this.group);
    const step = this.#step(event.key);
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? groups.length - 1
          : step === 0
            ? -1
            : at + step;
    const group = groups[(next + groups.length) % groups.length];
    if (next === -1 && step === 0) {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      this.#goTo(this.at);
      return;
    }
    event.preventDefault();
    this.#show(group ?? 0);
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('[role=tab][tabindex="0"]')?.focus();
    });
  }

  #gridKey(event: KeyboardEvent, count: number): void {
    const rowStart = this.at - (this.at % this.columns);
    const targets: Partial<Record<string, number>> = {
      ArrowUp: this.at - this.columns,
      ArrowDown: Math.min(this.at + this.columns, Math.max(this.at, count - 1)),
      Home: event.ctrlKey ? 0 : rowStart,
      End: event.ctrlKey ? count - 1 : Math.min(rowStart + this.columns, count) - 1,
    };
    const step = this.#step(event.key);
    const target = step === 0 ? targets[event.key] : this.at + step;
    if (target === undefined) return;
    event.preventDefault();
    if (target < 0) this.focus();
    else this.#goTo(Math.min(target, count - 1));
  }

  /** -1, 1 or 0; the other way round where reading goes from right to left. */
  #step(key: string): number {
    const forward = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    return key === forward ? 1 : key === 'ArrowLeft' || key === 'ArrowRight' ? -1 : 0;
  }

  #goTo(place: number): void {
    this.at = place;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
    });
  }

  #pick(symbol: string): void {
    noteEmoji(symbol);
    this.emit('pick', symbol);
  }
}
